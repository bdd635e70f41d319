"""What a run did, for the closing table and the seal."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.records import KINDS, Kind
from pipeline.store.seal import Failure, LeftOutBlocks, LeftOutInput, SealedInput
from pipeline.store.shards import Finished, Written


@dataclass(slots=True)
class Outcome:
    """What a run did, for the closing table. ``published`` is false when no input became a document."""

    documents: list[tuple[str, dict[Kind, int]]] = field(default_factory=list)
    inputs: list[SealedInput] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    left_out: list[LeftOutInput] = field(default_factory=list)
    blocks_left_out: list[LeftOutBlocks] = field(default_factory=list)
    asked: int = 0
    documents_asked: int = 0
    resumed: int = 0
    """Documents that an interrupted run had finished."""
    published: bool = False

    @property
    def exit_code(self) -> int:
        """0 when every input was done, 1 when one failed or nothing could be read."""
        return 1 if self.failures or not self.published else 0

    def counts(self) -> dict[Kind, int]:
        """How many records of each kind, over all documents."""
        return {kind: sum(counts[kind] for _, counts in self.documents) for kind in KINDS}

    def note(self, result: Written) -> None:
        """Remember a result without its document and bytes."""
        match result:
            case Failure():
                self.failures.append(result)
            case LeftOutInput():
                self.left_out.append(result)
            case Finished(entry=entry):
                self.documents.append((entry.source, result.counts))
                self.inputs.append(entry)
                self.asked += result.asked
                self.documents_asked += result.asked > 0
                if result.left_out:
                    self.blocks_left_out.append(LeftOutBlocks.model_validate_json(result.left_out))
