using System.Text.Json.Nodes;
using EssConsult.Ledger;

namespace EssConsult.JuryRecord.Tests;

public sealed class EditionCheckTests
{
    [Fact]
    public void A_whole_register_is_confirmed_and_names_the_laureates()
    {
        var file = Editions.Small();

        var verdict = EditionCheck.Of(file.Write(), file.Root);

        verdict.Faults.ShouldBeEmpty();
        (verdict.Title, verdict.Root).ShouldBe(("Prix d’essai", file.Root));
        verdict.Laureates.ShouldBe([new RecordedLaureate(1, "Dossier 1", "Lauréat", 1)]);
        verdict.Checked.Count.ShouldBe(12);
    }

    [Fact]
    public void Turning_any_byte_of_a_register_is_detected()
    {
        var file = Editions.Small();
        var (bytes, root) = (file.Write(), file.Root);
        var passed = new List<int>();
        for (var at = 0; at < bytes.Length; at++)
        {
            var before = bytes[at];
            foreach (var bit in new[] { 0x01, 0x20, 0x80 })
            {
                bytes[at] = (byte)(before ^ bit);
                if (IsConfirmed(bytes, root))
                {
                    passed.Add(at);
                }
            }

            bytes[at] = before;
        }

        passed.ShouldBeEmpty();
        IsConfirmed(bytes, root).ShouldBeTrue();
    }

    [Fact]
    public void A_register_that_was_written_anew_with_another_award_has_another_root()
    {
        var file = Editions.Small();
        var acts = file.Acts.Select(act => JsonNode.Parse(act)!.AsObject()).ToList();
        var forged = acts.First(act => act["act"]!.ToString() == RecordedActs.Awarded);
        forged["name"] = "Grand prix";
        var again = file with { Acts = [.. acts.Select(CanonicalJson.Text)] };

        EditionCheck.Of(again.Write()).IsSound.ShouldBeTrue();
        EditionCheck.Of(again.Write()).Checked.ShouldNotContain(found => found.Contains("published", StringComparison.Ordinal));
        EditionCheck.Of(again.Write(), file.Root).Faults.ShouldHaveSingleItem().ShouldContain("published");
    }

    [Fact]
    public void Without_the_texts_that_were_erased_the_proofs_hold_and_the_ranking_is_said_to_be_out_of_reach()
    {
        var file = Editions.Small();

        var erased = EditionCheck.Of((file with { Entries = [], Sheets = [.. file.Sheets.Skip(2)] }).Write(), file.Root);

        erased.Root.ShouldBe(file.Root);
        erased.Faults.ShouldHaveSingleItem().ShouldContain("missing");
        EditionCheck.Of((file with { Entries = [] }).Write(), file.Root).Laureates.ShouldHaveSingleItem().Title.ShouldBe("–");
    }

    [Fact]
    public void A_register_whose_sheets_were_erased_is_confirmed_as_it_was_recorded_and_says_so()
    {
        var file = Editions.Small();
        var erased = file with { Sheets = [], SheetsErased = true };

        var verdict = EditionCheck.Of(erased.Write(), file.Root);

        (verdict.IsSound, verdict.SheetsErased).ShouldBe((true, true));
        verdict.Laureates.ShouldBe([new RecordedLaureate(1, "Dossier 1", "Lauréat", 1)]);
        EditionCheck.Of((erased with { Entries = [] }).Write(), file.Root).Laureates.ShouldHaveSingleItem().Title.ShouldBe("–");
        EditionCheck.Of((erased with { Ranking = file.Ranking!.Replace("\"rank\":1", "\"rank\":2", StringComparison.Ordinal) }).Write(), file.Root).IsSound.ShouldBeFalse();
        EditionCheck.Of((file with { SheetsErased = true }).Write(), file.Root).IsSound.ShouldBeFalse();
    }

    [Fact]
    public void A_ranking_that_rule_and_sheets_do_not_lead_to_is_refused()
    {
        var file = Editions.Small();
        var ranking = file.Ranking!.Replace("\"rank\":1", "\"rank\":2", StringComparison.Ordinal);

        EditionCheck.Of((file with { Ranking = ranking }).Write(), file.Root).IsSound.ShouldBeFalse();
    }

    [Fact]
    public void A_weighted_total_out_of_twenty_is_what_a_pencil_gives()
    {
        Editions.Rule.Total(new Dictionary<string, int> { ["use"] = 5, ["new"] = 4 })!.Value.ShouldBe(56m / 3, 0.0000000001m);
        Editions.Rule.Total(new Dictionary<string, int> { ["use"] = 5 }).ShouldBeNull();
        ScoringRule.Read(Editions.Rule.Write()).Write().ShouldBe(Editions.Rule.Write());
    }

    private static bool IsConfirmed(byte[] bytes, string root)
    {
        try
        {
            return EditionCheck.Of(bytes, root).IsSound;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
