"""Which language a text is in."""

import pytest

from sayso.stages.ingest.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rebels killed 12 soldiers in Idlib.", "en"),
        ("The governor fled.", "en"),
        ("Congo government rejects demands from rebel group.", "en"),
        ("Бывшие военнослужащие сообщили, что им предлагали деньги за участие в войне.", "ru"),
        ("Prezident farmon imzoladi va fuqarolarga murojaat qildi, deb xabar berdi matbuot xizmati.", "uz"),
        ("Der Minister sagte, dass die Soldaten das Land verlassen hätten, weil sie Angst vor Rache haben.", "de"),
        ("وزیر دفاع گفت که سربازان سابق به ایران رفته‌اند و از بازگشت می‌ترسند.", "fa"),
        ("", "und"),
        ("12.10.2022", "und"),
        ("🙂🙂🙂", "und"),
        ("Москва", "und"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert detect(text) == language


def test_a_declaration_helps_only_where_the_text_is_near_it() -> None:
    russian = "Бывшие военнослужащие сообщили, что им предлагали деньги за участие в войне."
    assert detect(russian, declared="en") == "ru"
