using System.Text.Json.Nodes;

namespace EssConsult.JuryRecord;

/// <summary>
/// What the register of an edition holds: opaque ids, hashes and commitments, never a name nor a mark. Erasing a text or a key leaves
/// every proof valid.
/// </summary>
public static class RecordedActs
{
    public const string Entry = "entry", Withdrawn = "withdrawn", Eligible = "eligible", Ineligible = "ineligible", Joined = "joined", Left = "left", Recused = "recused", Reading = "reading",
        Opened = "opened", Sheet = "sheet", Closed = "closed", Ranked = "ranked", MinutesSigned = "minutes-signed", Awarded = "awarded", Announced = "announced",
        LateCode = "late-code", Appealed = "appealed", AppealUpheld = "appeal-upheld", AppealRejected = "appeal-rejected",
        SittingOpened = "sitting-opened", SittingClosed = "sitting-closed", Attended = "attended", Called = "called", Noted = "noted", PublicVote = "public-vote", PublicCount = "public-count", Combined = "combined", VoteOpened = "vote-opened", VoteClosed = "vote-closed", Decided = "decided", Simulated = "simulated";

    /// <summary>Acts of the deliberation: they come once the ranking is recorded.</summary>
    public static IReadOnlyList<string> OfDeliberation { get; } = [SittingOpened, SittingClosed, Attended, Called, Noted, VoteOpened, VoteClosed, Decided, Simulated, Awarded, MinutesSigned];

    /// <summary>An entry was sent; <paramref name="hash"/> is its receipt.</summary>
    public static JsonObject OfEntry(Guid entry, int number, int sequence, string hash) => new() { ["act"] = Entry, ["entry"] = entry.ToString(), ["number"] = number, ["sequence"] = sequence, ["hash"] = hash };

    /// <summary>Something happened to an entry: <see cref="Withdrawn"/>, <see cref="Eligible"/>, <see cref="Ineligible"/>, <see cref="Appealed"/>, <see cref="AppealUpheld"/> (<see cref="Eligible"/> follows), <see cref="AppealRejected"/>.</summary>
    public static JsonObject OfEntry(string act, Guid entry) => new() { ["act"] = act, ["entry"] = entry.ToString() };

    /// <summary><see cref="Joined"/> or <see cref="Left"/>.</summary>
    public static JsonObject OfJuror(string act, Guid juror) => new() { ["act"] = act, ["juror"] = juror.ToString() };

    /// <param name="entry">Kept from them.</param>
    /// <param name="juror">Null for somebody of the team.</param>
    public static JsonObject OfRecusal(Guid entry, Guid? juror) => new() { ["act"] = Recused, ["entry"] = entry.ToString(), ["juror"] = juror?.ToString() };

    /// <summary>A juror is to read an entry, where not everybody reads everything.</summary>
    public static JsonObject OfReading(Guid juror, Guid entry) => new() { ["act"] = Reading, ["juror"] = juror.ToString(), ["entry"] = entry.ToString() };

    /// <summary>Scoring opens by a frozen rule.</summary>
    public static JsonObject OfOpening(string edition, string title, string ruleHash) => new() { ["act"] = Opened, ["edition"] = edition, ["title"] = title, ["rule"] = ruleHash };

    /// <param name="kind">Submitted, Abstained, ClosedComplete: it counts from now on; Voided: none does.</param>
    public static JsonObject OfSheet(Guid juror, Guid entry, int sequence, string kind, string commitment) =>
        new() { ["act"] = Sheet, ["juror"] = juror.ToString(), ["entry"] = entry.ToString(), ["sequence"] = sequence, ["kind"] = kind, ["commitment"] = commitment };

    /// <summary>The public may vote, by a formula that is frozen.</summary>
    /// <param name="percent">Weight of the public's mark; 0 for a prize apart.</param>
    /// <param name="ruleHash">Of the vote.</param>
    public static JsonObject OfPublicVote(int percent, string ruleHash) => new() { ["act"] = PublicVote, ["percent"] = percent, ["rule"] = ruleHash };

    /// <summary>The public's vote is counted.</summary>
    public static JsonObject OfPublicCount(string hash) => new() { ["act"] = PublicCount, ["hash"] = hash };

    /// <summary>Jury and public were combined, in the moment in which the ranking was recorded.</summary>
    public static JsonObject OfCombined(string hash) => new() { ["act"] = Combined, ["hash"] = hash };

    /// <summary>The ranking was recorded.</summary>
    public static JsonObject OfRanking(string hash) => new() { ["act"] = Ranked, ["hash"] = hash };

    /// <summary>Minutes came back signed; <paramref name="hash"/> is that of the scan.</summary>
    public static JsonObject OfMinutes(string hash) => new() { ["act"] = MinutesSigned, ["hash"] = hash };

    /// <param name="name">Empty when it is taken back.</param>
    public static JsonObject OfAward(Guid entry, string name, int order) => new() { ["act"] = Awarded, ["entry"] = entry.ToString(), ["name"] = name, ["order"] = order };

    /// <summary>Leave to enter after the deadline was given; with an entry, it was used.</summary>
    public static JsonObject OfLateCode(Guid code, Guid? entry) => new() { ["act"] = LateCode, ["code"] = code.ToString(), ["entry"] = entry?.ToString() };

    /// <param name="kind">Present, Left, Returned, SteppedOut, SteppedIn.</param>
    /// <param name="entry">For the last two: from which they are recused.</param>
    public static JsonObject OfAttendance(Guid juror, string kind, Guid? entry) => new() { ["act"] = Attended, ["juror"] = juror.ToString(), ["kind"] = kind, ["entry"] = entry?.ToString() };

    /// <param name="entry">That the jury discusses from now on; null for none.</param>
    public static JsonObject OfCall(Guid? entry) => new() { ["act"] = Called, ["entry"] = entry?.ToString() };

    public static JsonObject OfNote(Guid entry, string hash) => new() { ["act"] = Noted, ["entry"] = entry.ToString(), ["hash"] = hash };

    public static JsonObject OfVote(Guid entry, int number, bool isSecret, bool isByHand) => new() { ["act"] = VoteOpened, ["entry"] = entry.ToString(), ["number"] = number, ["secret"] = isSecret, ["hand"] = isByHand };

    /// <param name="counts">For, against, blank.</param>
    /// <param name="ballots">Who voted on a screen, and how; in a secret vote that is null.</param>
    public static JsonObject OfVoteClosed(Guid entry, int number, (int For, int Against, int Blank) counts, IEnumerable<(Guid Juror, string? Choice)> ballots) => new()
    {
        ["act"] = VoteClosed, ["entry"] = entry.ToString(), ["number"] = number, ["for"] = counts.For, ["against"] = counts.Against, ["blank"] = counts.Blank,
        ["ballots"] = new JsonArray([.. ballots.Select(ballot => (JsonNode)new JsonObject { ["juror"] = ballot.Juror.ToString(), ["choice"] = ballot.Choice })]),
    };

    /// <param name="name">Of the award; empty where it gets none.</param>
    /// <param name="hash">Of the reason.</param>
    public static JsonObject OfDecision(Guid entry, string name, string hash) => new() { ["act"] = Decided, ["entry"] = entry.ToString(), ["name"] = name, ["hash"] = hash };

    /// <summary>Other weights were tried, without effect.</summary>
    public static JsonObject OfSimulation(IReadOnlyDictionary<string, decimal> weights) => new()
    {
        ["act"] = Simulated, ["weights"] = new JsonObject(weights.OrderBy(weight => weight.Key, StringComparer.Ordinal).Select(weight => KeyValuePair.Create(weight.Key, (JsonNode?)weight.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)))),
    };

    /// <summary><see cref="Closed"/>, <see cref="Announced"/>, <see cref="SittingOpened"/> or <see cref="SittingClosed"/>.</summary>
    public static JsonObject Of(string act) => new() { ["act"] = act };
}
