using System.Globalization;
using System.Text.Json.Nodes;

namespace EssConsult.Discussion.Import;

internal static class StepDates
{
    public static DateTime? Read(JsonNode? json) =>
        DateTime.TryParse(json?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var utc) ? utc : null;
}
