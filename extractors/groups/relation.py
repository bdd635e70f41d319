"""A way in which English prose says that schools lead a group or belong to it, and which sentences may say it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extractors.leaps import leaping

Role = Literal["leaders", "members"]


@dataclass(frozen=True, slots=True)
class Relation:
    """A way to say that schools lead a group or belong to it; ``example`` shows it.

    A pattern without G speaks of the group named nearest: before it in its sentence, after it, or last before it.
    """

    rule: str
    role: Role
    example: str
    pattern: re.Pattern[str]
    cues: frozenset[str]
    """One of these must be among the beginnings of a sentence's words, else the pattern cannot match."""
    further: frozenset[str]
    """And one of these."""
    stems: tuple[str, ...]
    """And one of these must stand somewhere in it, where there are any: a closer look before a costly pattern."""
    tail: re.Pattern[str] | None
    """And this must match in it, where it is told: the end of a pattern whose beginning is costly to look for."""


def relation(rule: str, role: Role, example: str, pattern: str, tail: str = "") -> Relation:
    """A relation with its pattern compiled; ``tail`` is the rest of it from the beginning of a word on, to be looked for first."""
    cues, _, further = CUES[rule].partition(" & ")
    return Relation(
        f"groups.prose.{rule}",
        role,
        example,
        re.compile(leaping(pattern + tail)),
        frozenset(cues.split()),
        frozenset((further or cues).split()),
        tuple(stem.replace("_", " ") for stem in STEMS.get(rule, "").split()),
        re.compile(leaping(rf"\b{tail}")) if tail else None,
    )


LEADING = "lea cor hea mai anc fla dra gen cen hos par pri bac cha pre ini fau co coo pil chi mot"
GROUPS = "gro all con fed tru com net clu"
# With what three letters a word of a sentence must begin for a pattern to be tried on it, and another behind "&"; "("
# stands for itself.
CUES = {
    "signed": "sig ink con sea & wit",
    "signed_with": "sig ink con sea",
    "composed_of": "com mad con for put pie bui ass & of fro by out",
    "comprises": "com inc uni int lin con enc cov spa emb bri bro tak too gat run ope gov man has had hav alr tie bin bou adm boa hom res exp enl ext ent ass",
    "runs_with": "run",
    "member_schools": "mem bra sub par con vic dep",
    "members_are": "mem joi",
    "bracketed": "(",
    "opened_campus": "ope add lau unv & cam bra sch kin aca col mem",
    "its_school": "its",
    "under_wing": "bri bro tak too put pla & und",
    "make_up": "mak mad for con com",
    "counts_among": "cou num has hav lis & amo as in",
    "community_of": "com uni all fed gro par con col fam net tru cha clu cir & is was a",
    "core_drives": "as & dri lea rad pul uni int bri tak lin wit and",
    "merged_with": "mer whe aft com uni int all",
    "model_of_parts": "mod pat str",
    "leads_schools": "lea hea",
    "led_schools": "lea hea",
    "put_into": "ass han ent tra gav put pla att & to int und",
    "besides": "bes add apa alo & als now fur alr inc com run man has ope cov",
    "range_from": "ran str rea ext spr & fro",
    "in_charge_of": "put pla & cha",
    "a_member": "mem & a an the its ano",
    "one_of": "one two thr som & sch uni kin cam hos col mem",
    "which_it_runs": "whi tha & tak too run man ope abs acq spo ove",
    "teamed_up": "tea par joi ban & wit",
    "joining_are": "joi fol & are is wer wil",
    "links_with": "lin con pai twi & wit",
    "joined_by": "joi & by",
    "leader_with": "fla ban lea hel hea cor & wit fol bri dri",
    "joiners_are": "joi ent sig & are is inc wer was",
    "the_members": "mem bra",
    "school_under": "und run ope & sch kin cam aca col hos",
    "run_by": "ope run man spo gov ent mem bra & by to as",
    "newest": "new lat sec thi fou fif six sev eig nin ten ele twe & cam sch mem bra aca kin col",
    "to_which_belong": "whi & bel mem par",
    "founded_by": "est fou set for cre lau & by",
    "founded_with": "est fou set cre lau & wit",
    "who_joined": "joi ent sig & sch uni gar sit poi ins kin cam hos col aca mem bod sta cli cen nur par sub bat new",
    "admitted_including": "adm rec acc joi & inc amo",
    "which_leads": "whi & lea hea anc cha ste",
    "at_its_core": "cor hea cen hel fro for cha lea & wit has hav put pla",
    "in_the_lead": "lea hea",
    "groups_lead_school": f"{LEADING} & {GROUPS}",
    "members_colon": "mem",
    "also_includes": "inc com cov uni tak",
    "under_flag": "und & fla ban win umb roo",
    "leader_of_which": f"{LEADING} & whi",
    "others_are": "oth & are bei inc",
    "has_members": "mem par bra & as",
    "with_members": "mem bra cam par sch uni & as",
    "are_members": "mem bra cam res par cha fir las lat nex & are wer was as bec mak",
    "with_inside": "wit",
    "gains": "gai add get got wel rec tak too adm abs inc acc enr",
    "member_of": "mem bra cam & of in",
    "moved_on": "cha mov swi tra wen pas",
    "pass_to": "go goe wen mov tra pas han",
    "its_schools": "its & sch uni gar kin cam hos col aca mem cli",
    "joined_group": "joi ent fol sig bec thr fou ban tea opt swi mov reb gon wen inc adm mer bro tak int abs acc add tra ass put pla bel par sit com cam run man ope und han aff",
    "joined_too": "joi add fol mer inc adm tak too cam",
    "joined": "joi ent sig fol cam mer inc adm tak abs bro tra",
    "leading_school": LEADING,
    "plaque_to": "pla lic boa & of",
    "head_of": "hea cen cor hel & sta sit is lie rem",
    "leading_school_is": LEADING,
    "leading_school_named": f"{LEADING} & of is",
    "its_leading_school": "lea cor hea mai anc fla dra gen cen hos par cha ini fau chi mot hub & its the who gro all con fed tru com net clu",
    "as_leading_school": "lea cor hea fla dra gen chi anc par mot & as the",
    "main_school_in": f"{LEADING} & pla loc set bas hou sit sea",
    "leads_as": f"{LEADING} hub & as nam mad mak cho ele app pic sel des",
    "led_by": "led hea anc spe fro ste pil rel & by on",
    "under_lead_of": "und & lea",
    "under_lead_are": "und & lea",
    "united_under": "uni bri bro gat & und",
    "based_at": "bas & in at",
    "headquartered": "hea cen bas sea",
    "leads": "lea led hea hel anc cha spe sit cen cor fou hub",
    "set_up_by": "set fou cre est & by",
}
LEADING_STEMS = (
    "_lead _core _head _main _anchor _flagship _dragon _general _central _host _parent _principal _backbone _chair _presiding"
    " _initiating _chief _mother _faucet _co-ordinating _coordinating _pilot"
)
# What further must stand in a sentence for the costly patterns; "_" is a space.
STEMS = {
    "signed_with": "_sign _ink _conclude _sealed",
    "comprises": "compris includ unit integrat link contain encompass cover span embrac bring brought take took taking gather"
    " combin runs_ operates govern manag has_ had_ under_it member _tie _bind _bound _administer _counts_ _numbers_ _boasts_ _groups_ _presides_ _presided_ _presiding_ _home_to responsible_for expanded enlarged extend _arms_to _ranks_to _entrusted assumed",
    "make_up": "_make made_up _form constitut compos",
    "member_of": "member branch campus",
    "are_members": "member branch campus rest participant chair _to_sign _to_join _to_enter _to_hang",
    "moved_on": "changed_ moved_ switched_ transferred_ went_ passed_",
    "pass_to": "go_to_ goes_to_ go_over passed_ pass_ passes_ moved_ moves_ move_ went_ transfer handed_",
    "its_schools": "Its_",
    "joined_group": "_join _enter _follow _sign _becom _became _come _came _band _team _found_ _opted _opts _thrown _threw _gone_ _went_over _moved _switched _transferred _rebrokered _merged _incorporated _admitted _brought _taken _integrated _absorbed _included"
    " _accepted _added _folded _transferred _assigned _put_ _placed handed affiliated _belong part_of _sit _come _came run_by managed_by operated_by management",
    "leading_school": f"{LEADING_STEMS} (lead (core (head (main (flagship (dragon (general (host (chief",
    "leading_school_is": LEADING_STEMS,
    "its_leading_school": "its_ Its_ their_ Their_ whose_ 's_ ’s_",
    "as_leading_school": "school,_ unit,_ park,_ garden,_ hospital,_ kindergarten,_ college,_ institution,_ academy,_ campus,_ university,_",
    "at_its_core": "at_its_ at_the_ in_charge in_the_lead",
    "leading_school_named": "As_ The_lead The_head The_core The_main The_dragon The_flagship The_chief The_general The_anchor The_host"
    " The_school_ The_kindergarten_ The_hospital_ The_college_ The_institution_ The_unit_",
    "groups_lead_school": LEADING_STEMS,
    "leads": "_lead _led _head _anchor _chair _spearhead _center_ _centre_ _helm_of _heart_of _core_of _hub_of _foundation_of",
    "leads_schools": "_leads _heads",
    "led_schools": "_leads _heads",
    "community_of": "_is_a _was_a ,_a",
    "headquartered": "eadquarter entred entered head_office base_ seat_",
    "joined_too": "joined added_ followed merged incorporated admitted taken_in took_over came_in",
    "school_under": "school_under schools_under campus_under kindergarten_under school_run campus_run college_under school_operated kindergarten_run",
    "run_by": "Operated Run_by Managed Sponsored Governed Entrusted As_a_ As_an_ As_member As_branch",
    "newest": "newest latest new_ econd hird ourth ifth ixth event ighth inth enth welfth",
    "the_members": ",_the_ ,_its_ ,_all_ ,_both_ —_ -_ –_ —mem -mem –mem —bra -bra –bra",
    "joiners_are": "joining to_join to_enter to_sign that_ which_ who_",
    "founded_with": "_with_",
    "who_joined": "_join _enter signed_up",
    "besides": "esides_ n_addition_to part_from longside_ long_with",
    "range_from": "_from_",
    "in_charge_of": "charge_of_",
    "a_member": ",_a_ ,_an_ ,_the_ ,_its_ ,_another_ -_a –_a —_a",
    "one_of": "one_of_ two_of_ three_of_ some_of_",
    "which_it_runs": "took_over taken_over _run _manage _operate absorbed acquired sponsors oversees",
    "teamed_up": "hands_with up_with forces_with together_with partnered_with united_with works_with worked_with",
    "joining_are": "oining aking_part ollowing",
    "in_the_lead": "_lead _head _helm",
}
