"""One sentence as an event coder writes it: a single record with type, source and target.

Sayso keeps every event of a sentence, and leaves a role empty where the words do not fill it. Coders after CAMEO and
PLOVER write one record a sentence and want both actors. What is read into a sentence for that stays in this room: no
claim takes its roles from here.

Method, ladder and known mistakes: docs/method/event-coder.md.
"""

from sayso.stages.extract.plover.record import CodedActor, CodedEvent, MarkedActor, code_sentence
from sayso.stages.extract.plover.types import coded_type

__all__ = ["CodedActor", "CodedEvent", "MarkedActor", "code_sentence", "coded_type"]
