"""Words of a user's own for bylines, credits and datelines."""

import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from cleantext import Cleaner, Edit, Effect, Form, Profile, Stage, Text, Tier
from cleantext._layout.chars import BEGIN
from cleantext._layout.cues import own_cues
from cleantext._layout.lines import Layout
from cleantext._lexicon import KINDS, parse
from cleantext.cli import main
from cleantext.errors import CleantextError, SettingsError, UnknownOptionError
from cleantext.rules import all_rules
from cleantext.rules.spacing.letter_spacing import LetterSpacing
from cleantext.testing import check_rule, run_rule
from corpora import SEEDS, read


@pytest.mark.parametrize(
    ("words", "before", "known", "after"),
    [
        # without the word the name is closed up with it, for the line is spread throughout
        ({"byline_words": ("撰稿人",)}, "撰 稿 人 刘 伟", "撰稿人刘伟", "撰稿人 刘伟"),
        ({"credit_words": ("图源",)}, "王磊 图 源", "王磊 图 源", "王磊 图源"),
        ({"dateline_words": ("晨报讯",)}, "晨 报讯 （记 者 刘伟）", "晨 报讯 （记者 刘伟）", "晨报讯 （记者 刘伟）"),
        ({"byline_words": ("a.b",)}, "记 者 刘 伟", "记者 刘伟", "记者 刘伟"),
    ],
)
def test_letter_spacing_knows_them(words: dict[str, tuple[str, ...]], before: str, known: str, after: str) -> None:
    assert run_rule(LetterSpacing(), before, Form.COLUMNS) == known
    rule = LetterSpacing(**words)  # type: ignore[arg-type]
    assert run_rule(rule, before, Form.COLUMNS) == after
    assert run_rule(rule, after, Form.COLUMNS) == after
    check_rule(rule)


def test_a_cleaner_gives_them_to_the_rules() -> None:
    cleaner = Cleaner(lexicon={"byline": ["撰稿人", "撰稿人"], "credit": ["图源"]})
    rules = {rule.name: rule for rule in cleaner.rules}
    assert rules["letter-spacing"] == LetterSpacing(byline_words=("撰稿人",), credit_words=("图源",))
    assert cleaner.profile.lexicon == (("byline", ("撰稿人",)), ("credit", ("图源",)))
    assert cleaner.fingerprint() != Cleaner().fingerprint()
    assert Cleaner(lexicon={}) == Cleaner()
    assert Cleaner(without=["letter-spacing"], lexicon={"byline": ["撰稿人"]}).clean("撰 稿 人") == "撰 稿 人"


def words_of(cleaner: Cleaner) -> LetterSpacing:
    (rule,) = (rule for rule in cleaner.rules if isinstance(rule, LetterSpacing))
    return rule


def test_a_profile_adds_its_words_to_those_of_its_base() -> None:
    base = Profile.make("one", lexicon={"byline": ["特约撰稿人"], "credit": ["图源"]})
    made = [
        Cleaner(Profile.make("one", base=base, lexicon={"byline": ["撰文"]})),
        Cleaner(base, lexicon={"byline": ["撰文"]}),
    ]
    for cleaner in (*made, pickle.loads(pickle.dumps(made[0]))):
        assert cleaner == made[0]
        assert cleaner.fingerprint() == made[0].fingerprint()
        assert words_of(cleaner) == LetterSpacing(byline_words=("特约撰稿人", "撰文"), credit_words=("图源",))
        assert cleaner.profile.lexicon == (("byline", ("特约撰稿人", "撰文")), ("credit", ("图源",)))
        line = "（特 约 撰 稿 人 高田 摄）他"
        assert run_rule(words_of(cleaner), line, Form.COLUMNS) == "（特约撰稿人 高田 摄）他"


def test_words_in_the_settings_of_a_rule_stay() -> None:
    settings = {"letter-spacing": {"byline_words": ["撰稿人"]}}
    wanted = LetterSpacing(byline_words=("撰稿人", "撰文"))
    assert words_of(Cleaner(settings=settings, lexicon={"byline": ["撰文", "撰稿人"]})) == wanted
    assert words_of(Cleaner(Profile.make("one", settings=settings), lexicon={"byline": ["撰文"]})) == wanted
    without = Profile.make("one", without=["letter-spacing"], lexicon={"byline": ["撰文"]})
    rule = LetterSpacing(byline_words=("撰稿人",))
    assert words_of(Cleaner(without, with_=[rule])) == wanted


@dataclass(frozen=True, slots=True)
class Signed:
    """A rule of a user's that asks for words."""

    name: ClassVar = "signed"
    stage: ClassVar = Stage.CHARACTERS
    tier: ClassVar = Tier.OPTION
    effect: ClassVar = Effect.SPACE
    summary: ClassVar = "do nothing"
    examples: ClassVar = ()
    byline_words: frozenset[str] | tuple[str, ...] = frozenset()

    def edits(self, _: Text) -> list[Edit]:
        return []


def test_a_rule_that_joins_later_gets_them_too() -> None:
    base = Profile.make("one", lexicon={"byline": ["撰稿人"]})
    assert Signed(("撰稿人",)) in Cleaner(base, with_=[Signed()]).rules
    assert Signed(("特写", "撰稿人")) in Cleaner(base, with_=[Signed(("特写",))]).rules


CAPTION = "社区医生为居民测量血压送健康到家门口（高田图源）"
PAGE = read(SEEDS[0])[:2500] + f"\n{CAPTION}\n" + read(SEEDS[0])[2500:3200] + f"\n{CAPTION}\n"


def test_the_paragraph_model_sees_them() -> None:
    own = own_cues(Cleaner(lexicon={"dateline": ["晨光播报"], "credit": ["图源"]}).profile.lexicon)
    lines = ["晨光播报（高田）昨天下了雪", "门口（高田图源）"]
    layout, plain = Layout("\n".join(lines), own), Layout("\n".join(lines))
    assert [fact.begin for fact in layout.facts([0, 1], lines)] == [BEGIN["DATELINE"], BEGIN["HAN"]]
    assert [fact.has_credit for fact in layout.facts([0, 1], lines)] == [False, True]
    assert [(fact.begin, fact.has_credit) for fact in plain.facts([0, 1], lines)] == [(BEGIN["HAN"], False)] * 2


def test_kinds_of_blocks_know_them() -> None:
    own = Cleaner(lexicon={"byline": ["撰稿人"], "credit": ["图源"]})
    for text, kind, plain in (("撰稿人 高田", "byline", "headline"), (CAPTION, "caption", "headline")):
        assert [block.kind for block in own.blocks(text)] == [kind]
        assert [block.kind for block in Cleaner().blocks(text)] == [plain]


def test_a_caption_with_a_credit_of_yours_goes_the_second_time() -> None:
    assert Cleaner().clean(PAGE).count(CAPTION) == 2
    assert Cleaner(lexicon={"credit": ["图源"]}).clean(PAGE).count(CAPTION) == 1


def test_words_may_come_one_by_one() -> None:
    cleaner = Cleaner(lexicon={"byline": iter(["撰稿人"])})
    assert cleaner == Cleaner(lexicon={"byline": ["撰稿人"]})
    assert pickle.loads(pickle.dumps(cleaner)) == cleaner
    assert cleaner.fingerprint() != Cleaner(lexicon={"byline": ["特写"]}).fingerprint()


def test_every_kind_has_a_rule_that_reads_it() -> None:
    settings = {name for rule in all_rules() for name in getattr(rule, "__dataclass_fields__", ())}
    assert {f"{kind}_words" for kind in KINDS} <= settings


@pytest.mark.parametrize("words", ["撰稿人", 5, [""], [" "], [None], [["撰稿人"]], [{}]])
def test_what_is_no_list_of_words(words: object) -> None:
    with pytest.raises(SettingsError, match="the lexicon's byline"):
        Cleaner(lexicon={"byline": words})  # type: ignore[dict-item]


def test_an_unknown_kind() -> None:
    with pytest.raises(UnknownOptionError, match="did you mean 'byline'"):
        Cleaner(lexicon={"bylines": ["撰稿人"]})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("byline = [", r"^w\.toml is no TOML: .*; mend it$"),
        ("bylines = []", r"^w\.toml has a key 'bylines'; the keys are byline, credit, dateline$"),
        ('byline = "撰稿人"', r"^w\.toml: byline is no list of words; write byline = \["),
        ('byline = [""]', r"^w\.toml: byline is no list of words; "),
    ],
)
def test_a_bad_file(text: str, message: str) -> None:
    with pytest.raises(CleantextError, match=message):
        parse(text, "w.toml")


def test_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    page = "“小易”是来自东昌府区行政审批\n\n服务局的帮办专员。\n撰 稿 人 刘 伟\n"
    Path("a.txt").write_text(page, encoding="utf-8")
    Path("w.toml").write_text('byline = ["撰稿人"]\n', encoding="utf-8")
    assert main(["clean", "--lexicon", "w.toml", "a.txt"]) == 0
    assert "撰稿人 刘伟" in capfd.readouterr().out
    Path("w.toml").write_text("byline = 撰稿人\n", encoding="utf-8")
    assert main(["clean", "--lexicon", "w.toml", "a.txt"]) == 2
    assert capfd.readouterr().err.startswith("cleantext: w.toml is no TOML: ")
    assert main(["clean", "--lexicon", "x.toml", "a.txt"]) == 2
    assert capfd.readouterr().err == "cleantext: x.toml: there is no such file; check its name\n"
