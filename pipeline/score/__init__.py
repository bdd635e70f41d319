"""How right a data set is against gold: precision, recall and F1 a kind, and every miss and extra with its sentence.

It agrees with ``annotation/score.py`` to the last digit; that script is the definition, this package says why.
"""
