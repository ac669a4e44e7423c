using System.Text.Json.Nodes;

namespace EssConsult.JuryRecord;

/// <summary>
/// What the register of an edition holds: opaque ids, hashes and commitments, never a name nor a mark. Erasing a text or a key leaves
/// every proof valid.
/// </summary>
public static class RecordedActs
{
    public const string Entry = "entry", Withdrawn = "withdrawn", Eligible = "eligible", Ineligible = "ineligible", Joined = "joined", Left = "left", Recused = "recused", Reading = "reading",
        Opened = "opened", Sheet = "sheet", Closed = "closed", Ranked = "ranked", MinutesSigned = "minutes-signed", Awarded = "awarded", Announced = "announced", LateCode = "late-code", Appealed = "appealed", AppealUpheld = "appeal-upheld", AppealRejected = "appeal-rejected";

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

    /// <summary>The ranking was recorded.</summary>
    public static JsonObject OfRanking(string hash) => new() { ["act"] = Ranked, ["hash"] = hash };

    /// <summary>Minutes came back signed; <paramref name="hash"/> is that of the scan.</summary>
    public static JsonObject OfMinutes(string hash) => new() { ["act"] = MinutesSigned, ["hash"] = hash };

    /// <param name="name">Empty when it is taken back.</param>
    public static JsonObject OfAward(Guid entry, string name, int order) => new() { ["act"] = Awarded, ["entry"] = entry.ToString(), ["name"] = name, ["order"] = order };

    /// <summary>Leave to enter after the deadline was given; with an entry, it was used.</summary>
    public static JsonObject OfLateCode(Guid code, Guid? entry) => new() { ["act"] = LateCode, ["code"] = code.ToString(), ["entry"] = entry?.ToString() };

    /// <summary><see cref="Closed"/> or <see cref="Announced"/>.</summary>
    public static JsonObject Of(string act) => new() { ["act"] = act };
}
