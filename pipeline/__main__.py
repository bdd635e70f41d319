"""``python -m pipeline`` is ``communique``."""

from pipeline.cli import app

if __name__ == "__main__":
    app(prog_name="communique")
