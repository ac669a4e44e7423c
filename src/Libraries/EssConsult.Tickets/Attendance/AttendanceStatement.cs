using System.Globalization;
using System.Text;

namespace EssConsult.Tickets.Attendance;

/// <summary>That somebody attended an event, as its organiser states it. Times carry the offset of the place.</summary>
public sealed record AttendanceStatement
{
    /// <summary>First line of every statement of this version.</summary>
    public const string Heading = "ESSCONSULT-PRESENCE-1";

    private const string Moment = "yyyy-MM-ddTHH:mmzzz";
    private const string Day = "yyyy-MM-dd";

    /// <summary>The event's title.</summary>
    public required string Event { get; init; }

    /// <summary>Where it was held.</summary>
    public required string Place { get; init; }

    /// <summary>Kept to the minute.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Kept to the minute.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>How long the person was present; less than the event when they came late.</summary>
    public required int Minutes { get; init; }

    /// <summary>The person's name, as they gave it.</summary>
    public required string Name { get; init; }

    /// <summary>Whom they came for; empty for nobody.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Who states it.</summary>
    public required string Issuer { get; init; }

    /// <summary>The statement's number in the issuer's files.</summary>
    public required string Number { get; init; }

    /// <summary>The day on which it is stated.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>
    /// The canonical text: ten lines <c>field: value</c> under the heading, each ended by a line feed, in Unicode's form C;
    /// runs of blanks and control characters within a value become one space.
    /// </summary>
    public string ToText() => string.Concat(Lines().Select(line => line + "\n"));

    /// <summary>The statement that wrote this text to the letter, or null.</summary>
    internal static AttendanceStatement? FromText(string text)
    {
        var values = text.Split('\n').Skip(1).Select(line => line.Split(": ", 2)).Where(pair => pair.Length == 2).Select(pair => pair[1]).ToArray();
        if (values.Length != 10
            || !DateTimeOffset.TryParseExact(values[2], Moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
            || !DateTimeOffset.TryParseExact(values[3], Moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out var end)
            || !int.TryParse(values[4], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            || !DateOnly.TryParseExact(values[9], Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var issuedOn))
        {
            return null;
        }

        var statement = new AttendanceStatement
        {
            Event = values[0], Place = values[1], Start = start, End = end, Minutes = minutes,
            Name = values[5], Organisation = values[6], Issuer = values[7], Number = values[8], IssuedOn = issuedOn,
        };
        return statement.ToText() == text ? statement : null;
    }

    private IEnumerable<string> Lines()
    {
        yield return Heading;
        yield return $"event: {OneLine(Event)}";
        yield return $"place: {OneLine(Place)}";
        yield return $"start: {Start.ToString(Moment, CultureInfo.InvariantCulture)}";
        yield return $"end: {End.ToString(Moment, CultureInfo.InvariantCulture)}";
        yield return $"minutes: {Minutes.ToString(CultureInfo.InvariantCulture)}";
        yield return $"name: {OneLine(Name)}";
        yield return $"organisation: {OneLine(Organisation)}";
        yield return $"issuer: {OneLine(Issuer)}";
        yield return $"number: {OneLine(Number)}";
        yield return $"issued: {IssuedOn.ToString(Day, CultureInfo.InvariantCulture)}";
    }

    // A name with a line feed would otherwise add a line of its own to what is signed.
    private static string OneLine(string value) =>
        string.Join(' ', new string([.. value.Normalize(NormalizationForm.FormC).Select(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) && letter is not ('\u00A0' or '\u202F') ? ' ' : letter)])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
