using System.Text.Json;
using System.Text.Json.Nodes;

namespace EssConsult.JuryRecord;

/// <summary>
/// Checks a register by itself: that every text is the one that was hashed when it was given, and that rule and sheets lead to the ranking
/// and to the laureates. That the register itself was not written anew, only a root that was published elsewhere can say.
/// </summary>
public sealed class EditionCheck
{
    private readonly EditionFile file;
    private readonly List<JsonObject> acts;
    private readonly List<string> faults = [], done = [];

    private EditionCheck(EditionFile file)
    {
        this.file = file;
        acts = [.. file.Acts.Select(act => JsonNode.Parse(act)!.AsObject())];
    }

    /// <param name="bytes">A file that <see cref="EditionFile.Write"/> wrote.</param>
    /// <param name="publishedRoot">From the minutes or the page of the laureates; null to go without.</param>
    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static EditionVerdict Of(byte[] bytes, string? publishedRoot = null)
    {
        var file = EditionFile.Read(bytes);
        try
        {
            return new EditionCheck(file).Run(publishedRoot);
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or NullReferenceException or FormatException or KeyNotFoundException or ArgumentException or JsonException)
        {
            throw new InvalidDataException("An act or a text of this register cannot be read.", unreadable);
        }
    }

    private IEnumerable<JsonObject> Of(string act) => acts.Where(one => Text(one, "act") == act);

    private EditionVerdict Run(string? publishedRoot)
    {
        var root = file.Root;
        if (publishedRoot is not null)
        {
            Require(string.Equals(publishedRoot.Trim(), root, StringComparison.OrdinalIgnoreCase), $"{acts.Count} acts have the published root.", "The root of the acts is not the published one: an act was changed, added or left out.");
        }

        if (Of(RecordedActs.Opened).ToList() is not [var opening])
        {
            return new EditionVerdict(string.Empty, root, [.. faults, "Scoring was not opened exactly once."], done, []);
        }

        Require(Sealing.Hash(file.Rule) == Text(opening, "rule"), "The rule is the one that was frozen before the first mark.", "The rule is not the one that was frozen.");
        CheckEntries();
        var given = CheckSheets();
        CheckOrder();
        var laureates = faults.Count > 0 ? [] : file.SheetsErased ? CheckRecorded() : CheckRanking(ScoringRule.Read(file.Rule), Text(opening, "rule"), given);
        return new EditionVerdict(Text(opening, "title"), root, faults, done, laureates) { SheetsErased = file.SheetsErased };
    }

    /// <summary>Sheets lie between the opening and the close, and none that counts is of somebody who is recused or gone.</summary>
    private void CheckOrder()
    {
        var (opened, closed) = (acts.FindIndex(act => Text(act, "act") == RecordedActs.Opened), acts.FindIndex(act => Text(act, "act") == RecordedActs.Closed));
        var sheets = acts.Index().Where(act => Text(act.Item, "act") == RecordedActs.Sheet).ToList();
        Require(closed > opened && sheets.TrueForAll(sheet => sheet.Index > opened && sheet.Index < closed), "Every sheet was given between the opening and the close.", "A sheet was given before the opening or after the close.");
        var (ranked, announced) = (acts.FindIndex(act => Text(act, "act") == RecordedActs.Ranked), acts.FindIndex(act => Text(act, "act") == RecordedActs.Announced));
        Require(acts.Index().Where(act => RecordedActs.OfDeliberation.Contains(Text(act.Item, "act"))).All(act => ranked >= 0 && act.Index > ranked && (announced < 0 || act.Index < announced)), "The jury deliberated after the ranking was recorded and before the announcement.", "An act of the deliberation stands before the ranking or after the announcement.");
        CheckVotes();
        var (recused, gone) = (Of(RecordedActs.Recused).Select(act => (Text(act, "juror"), Text(act, "entry"))).ToHashSet(), Of(RecordedActs.Left).Select(act => Text(act, "juror")).ToHashSet());
        Require(sheets.GroupBy(sheet => (Text(sheet.Item, "juror"), Text(sheet.Item, "entry"))).Where(pair => Text(pair.Last().Item, "kind") != "Voided").All(pair => !recused.Contains(pair.Key) && !gone.Contains(pair.Key.Item1)), "No sheet that counts is of somebody who was recused or left.", "A sheet that counts is of somebody who was recused or left.");
    }

    /// <summary>Nobody votes twice in a round or where they are recused, and counts are those of the ballots.</summary>
    private void CheckVotes()
    {
        var rounds = Of(RecordedActs.VoteClosed).Select(act => (Act: act, Ballots: act["ballots"]!.AsArray().Select(ballot => ballot!.AsObject()).ToList())).ToList();
        var recused = Of(RecordedActs.Recused).Select(act => (Text(act, "juror"), Text(act, "entry"))).ToHashSet();
        int Number(JsonObject act, string member) => act[member]!.GetValue<int>();
        var sound = rounds.TrueForAll(round => round.Ballots.Select(ballot => Text(ballot, "juror")).Distinct().Count() == round.Ballots.Count && !round.Ballots.Exists(ballot => recused.Contains((Text(ballot, "juror"), Text(round.Act, "entry"))))
            && (round.Ballots.Count == 0 || Number(round.Act, "for") + Number(round.Act, "against") + Number(round.Act, "blank") == round.Ballots.Count)
            && (round.Ballots.Count == 0 || round.Ballots.Exists(ballot => ballot["choice"] is null) || (Counted(round.Ballots, "For"), Counted(round.Ballots, "Against"), Counted(round.Ballots, "Blank")) == (Number(round.Act, "for"), Number(round.Act, "against"), Number(round.Act, "blank"))));
        Require(sound, $"{rounds.Count} votes hold as many ballots as they count, none of somebody who was recused.", "A vote counts other ballots than it holds, or one of somebody who was recused.");
    }

    private static int Counted(List<JsonObject> ballots, string choice) => ballots.Count(ballot => Text(ballot, "choice") == choice);

    private void CheckEntries()
    {
        var sent = Of(RecordedActs.Entry).Select(act => Text(act, "hash")).ToHashSet();
        Require(file.Entries.Select(Sealing.Hash).All(sent.Contains) && file.Entries.Distinct().Count() == file.Entries.Count, $"{file.Entries.Count} entries read as they were sent.", "An entry does not read as it was sent.");
    }

    /// <returns>By commitment.</returns>
    private Dictionary<string, string> CheckSheets()
    {
        var committed = Of(RecordedActs.Sheet).Select(act => Text(act, "commitment")).ToHashSet();
        var given = file.Sheets.Select(sheet => (Commitment: CommitmentKey.Commit(Key(sheet.Key), sheet.Content), sheet.Content)).DistinctBy(sheet => sheet.Commitment).ToDictionary(sheet => sheet.Commitment, sheet => sheet.Content);
        Require(given.Count == file.Sheets.Count && given.Keys.All(committed.Contains), $"{given.Count} sheets read as they were given.", "A sheet does not read as it was given.");
        return given;
    }

    private List<RecordedLaureate> CheckRanking(ScoringRule rule, string ruleHash, Dictionary<string, string> given)
    {
        var numbers = Of(RecordedActs.Entry).GroupBy(act => Guid.Parse(Text(act, "entry"))).ToDictionary(entry => entry.Key, entry => entry.First()["number"]!.GetValue<int>());
        var eligible = acts.Where(act => Text(act, "act") is RecordedActs.Eligible or RecordedActs.Ineligible or RecordedActs.Withdrawn).GroupBy(act => Guid.Parse(Text(act, "entry"))).Where(entry => Text(entry.Last(), "act") == RecordedActs.Eligible).Select(entry => entry.Key).ToList();
        var counting = Of(RecordedActs.Sheet).GroupBy(act => (Text(act, "juror"), Text(act, "entry"))).Select(pair => pair.Last()).Where(act => Text(act, "kind") is not ("Voided" or "Abstained")).ToList();
        if (!Require(counting.TrueForAll(act => given.ContainsKey(Text(act, "commitment"))), "Every sheet that counts is there.", "A sheet that counts is missing: the ranking cannot be done again."))
        {
            return [];
        }

        Require(counting.TrueForAll(act => JsonNode.Parse(given[Text(act, "commitment")]) is { } sheet && sheet["juror"]?.ToString() == Text(act, "juror") && sheet["entry"]?.ToString() == Text(act, "entry") && sheet["rule"]?.ToString() == ruleHash), "Every sheet that counts is of its juror, its entry and the rule.", "A sheet that counts is of another juror, another entry or another rule.");
        var totals = counting.Select(act => (Act: act, Sheet: SheetText.Read(given[Text(act, "commitment")]))).Select(read => new SheetTotal(Guid.Parse(Text(read.Act, "juror")), Guid.Parse(Text(read.Act, "entry")), read.Sheet.Marks, rule.Total(read.Sheet.Marks) ?? 0)).ToList();
        var ranking = Ranking.Of(rule, eligible.OrderBy(entry => numbers[entry]), totals);
        var text = ranking.Write(ruleHash, numbers);
        Require(text == file.Ranking && Of(RecordedActs.Ranked).Select(act => Text(act, "hash")).SequenceEqual([Sealing.Hash(text)]), "Rule and sheets lead to the ranking that was recorded.", "Rule and sheets do not lead to the ranking that was recorded.");
        Require(Of(RecordedActs.Announced).Count() == 1, "The laureates were announced once.", "The laureates were not announced, or more than once.");
        var places = ranking.Entries.ToDictionary(entry => numbers[entry.EntryId], entry => entry.Rank);
        return Laureates(number => places[number]);
    }

    /// <summary>Without sheets: that the ranking is the one that was recorded, and what was awarded.</summary>
    private List<RecordedLaureate> CheckRecorded()
    {
        if (!Require(file.Sheets.Count == 0, "The sheets were erased when their time was over: their commitments stay.", "This register says that its sheets were erased, and holds some.")
            || !Require(file.Ranking is { } text && Of(RecordedActs.Ranked).Select(act => Text(act, "hash")).SequenceEqual([Sealing.Hash(text)]), "The ranking is the one that was recorded.", "The ranking is not the one that was recorded."))
        {
            return [];
        }

        Require(Of(RecordedActs.Announced).Count() == 1, "The laureates were announced once.", "The laureates were not announced, or more than once.");
        var ranks = JsonNode.Parse(file.Ranking!)!["entries"]!.AsArray().ToDictionary(entry => entry!["number"]!.GetValue<int>(), entry => entry!["rank"]!.GetValue<int>());
        return Laureates(number => ranks[number]);
    }

    private List<RecordedLaureate> Laureates(Func<int, int> rankOf)
    {
        var numbers = Of(RecordedActs.Entry).GroupBy(act => Guid.Parse(Text(act, "entry"))).ToDictionary(entry => entry.Key, entry => entry.First()["number"]!.GetValue<int>());
        var texts = file.Entries.ToDictionary(Sealing.Hash, text => JsonNode.Parse(text)!["title"]!.ToString());
        var last = Of(RecordedActs.Entry).GroupBy(act => Guid.Parse(Text(act, "entry"))).ToDictionary(entry => entry.Key, entry => Text(entry.Last(), "hash"));
        return [.. Of(RecordedActs.Awarded).GroupBy(act => Guid.Parse(Text(act, "entry"))).Select(entry => (Id: entry.Key, Act: entry.Last())).Where(award => Text(award.Act, "name").Length > 0).OrderBy(award => award.Act["order"]!.GetValue<int>())
            .Select(award => new RecordedLaureate(numbers[award.Id], texts.GetValueOrDefault(last[award.Id], "–"), Text(award.Act, "name"), rankOf(numbers[award.Id])))];
    }

    private bool Require(bool holds, string found, string otherwise)
    {
        (holds ? done : faults).Add(holds ? found : otherwise);
        return holds;
    }

    private static string Text(JsonObject act, string member) => act[member]?.ToString() ?? string.Empty;

    /// <summary>In the one way that it is written: no two keys of a file read alike.</summary>
    private static byte[] Key(string text)
    {
        try
        {
            return Convert.FromHexString(text) is var key && Convert.ToHexStringLower(key) == text ? key : [];
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
