"""A recruitment drive as people read it: who tells of it, each with where, and who denies it."""

from sayso.model import DriveVoice, Origin, RecruitmentDrive
from sayso.views.library import Library
from sayso.views.records import DriveLine, VoiceLine
from sayso.views.wording import plural


def drive_line(library: Library, drive: RecruitmentDrive, most: int | None = None) -> DriveLine:
    """A drive with the voices that count, at most so many; `library` holds the documents that tell a part of it."""
    telling = {v.origin for v in drive.voices}
    counted = [voice for voice in drive.voices if voice.counted]
    denying: dict[str, list[str]] = {}
    for claim in drive.against:
        origin = library.origin_of.get(claim)
        if claim in library.claims and (origin is None or origin.id not in telling):
            denying.setdefault(voice_name(origin) if origin else library.speaker(claim), []).append(claim)
    return DriveLine(
        id=drive.id,
        title=drive.title,
        people=drive.people,
        side=drive.side,
        reports=drive.reports,
        outlets=drive.outlets,
        origins=drive.origins,
        voices=tuple(
            VoiceLine(
                name=voice_name(voice), documents=len(voice.documents), citations=library.cite_claims(voice.claims)
            )
            for voice in counted[:most]
        ),
        more_voices=len(counted[most:]) if most is not None else 0,
        denied_by=tuple(
            VoiceLine(
                name=name,
                documents=len({library.document_of[c] for c in claims}),
                citations=library.cite_claims(claims),
            )
            for name, claims in denying.items()
        ),
    )


def voice_name(voice: DriveVoice | Origin) -> str:
    """How a voice behind a drive is called."""
    if voice.kind == "unknown":
        return "nobody named"
    name = voice.name or "unnamed voice"
    return f"{name} (own reporting)" if voice.kind == "own_reporting" else name


def not_worked_out(documents: int, most: int) -> str:
    """Why there are no drives, and how to have them."""
    return (
        f"Recruitment drives are not worked out for {plural(documents, 'document')} that tell of people who come to "
        f"fight, more than {most:,}: `sayso relate --jsonl FILE...` gives those of a selection of files"
    )
