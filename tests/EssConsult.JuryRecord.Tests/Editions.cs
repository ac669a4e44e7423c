using System.Text.Json.Nodes;
using EssConsult.Ledger;

namespace EssConsult.JuryRecord.Tests;

/// <summary>A small edition: two entries, three jurors of whom one is recused from the first, one sheet given twice, one taken back.</summary>
internal static class Editions
{
    public static readonly ScoringRule Rule = new([new Criterion("use", "Utilité sociale", null, 2, 0, 5, false, false), new Criterion("new", "Nouveauté", null, 1, 0, 5, false, false)], ScoringRule.Usual);

    private static readonly Guid[] Entries = [Id(1), Id(2)], Jurors = [Id(11), Id(12), Id(13)];

    public static EditionFile Small()
    {
        var (acts, sheets, texts) = (new List<JsonObject>(), new List<SheetOpening>(), new List<string>());
        var rule = Rule.Write();
        foreach (var (index, entry) in Entries.Index())
        {
            texts.Add(CanonicalJson.Text(new JsonObject { ["title"] = $"Dossier {index + 1}", ["answers"] = null }));
            acts.Add(RecordedActs.OfEntry(entry, index + 1, 1, Sealing.Hash(texts[^1])));
            acts.Add(RecordedActs.OfEntry(RecordedActs.Eligible, entry));
        }

        acts.AddRange(Jurors.Select(juror => RecordedActs.OfJuror(RecordedActs.Joined, juror)));
        acts.Add(RecordedActs.OfOpening("edition", "Prix d’essai", Sealing.Hash(rule)));
        acts.Add(RecordedActs.OfRecusal(Entries[0], Jurors[2]));
        var counting = new Dictionary<(int Juror, int Entry), SheetTotal>();
        void Give(int juror, int entry, int use, int novelty, int sequence, string kind = "Submitted")
        {
            var text = new SheetText(Sealing.Hash(rule), Abstained: false, new Dictionary<string, int> { ["use"] = use, ["new"] = novelty }, new Dictionary<string, string> { [SheetText.ToEntrant] = "Bravo" });
            var key = new byte[32];
            (key[0], key[1], key[2]) = ((byte)juror, (byte)entry, (byte)sequence);
            sheets.Add(new SheetOpening(Convert.ToHexStringLower(key), text.Write(Jurors[juror], Entries[entry])));
            acts.Add(RecordedActs.OfSheet(Jurors[juror], Entries[entry], sequence, kind, CommitmentKey.Commit(key, sheets[^1].Content)));
            counting.Remove((juror, entry));
            if (kind != "Voided")
            {
                counting[(juror, entry)] = new SheetTotal(Jurors[juror], Entries[entry], text.Marks, Rule.Total(text.Marks)!.Value);
            }
        }

        Give(0, 0, 1, 1, 1);
        Give(0, 0, 5, 4, 2);
        Give(1, 0, 4, 5, 1);
        Give(0, 1, 3, 3, 1);
        Give(1, 1, 0, 0, 1);
        Give(1, 1, 0, 0, 2, "Voided");
        Give(2, 1, 4, 4, 1, "ClosedComplete");
        acts.Add(RecordedActs.Of(RecordedActs.Closed));
        var ranking = Ranking.Of(Rule, Entries, counting.Values).Write(Sealing.Hash(rule), Entries.Index().ToDictionary(entry => entry.Item, entry => entry.Index + 1));
        acts.AddRange([RecordedActs.OfRanking(Sealing.Hash(ranking)), RecordedActs.OfAward(Entries[1], "Lauréat", 1), RecordedActs.OfAward(Entries[0], "Lauréat", 2), RecordedActs.OfAward(Entries[1], string.Empty, 1), RecordedActs.Of(RecordedActs.Announced)]);
        return new EditionFile([.. acts.Select(CanonicalJson.Text)], rule, texts, sheets, ranking);
    }

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
