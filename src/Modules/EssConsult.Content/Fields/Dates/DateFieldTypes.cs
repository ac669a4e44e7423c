using System.Globalization;
using System.Text.Json.Nodes;

namespace EssConsult.Content.Fields.Dates;

internal sealed class DateFieldType : IFieldType
{
    public string Name => "DateField";

    public string Label => "Date";

    public string Editor => FieldPartials.Path("Date");

    public Task ReadAsync(FieldPost post, CancellationToken ct)
    {
        DateValues.Read(post, text => DateTime.TryParseExact(text, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);
        return Task.CompletedTask;
    }

    public FieldShown Show(FieldDefinition field, JsonObject value, ShownItems items) => DateValues.Of(value) is { } day
        ? FieldShown.Plain(day.Written(CultureInfo.CurrentCulture), JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
        : FieldShown.Nothing;
}

/// <summary>Asked for and shown on the wall clock of Paris, stored in UTC.</summary>
internal sealed class DateTimeFieldType : IFieldType
{
    public string Name => "DateTimeField";

    public string Label => "Date et heure";

    public string Editor => FieldPartials.Path("DateTime");

    public Task ReadAsync(FieldPost post, CancellationToken ct)
    {
        string[] forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "d/M/yyyy H:mm"];
        DateValues.Read(post, text => DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall) ? wall.FromParis() : null);
        return Task.CompletedTask;
    }

    public FieldShown Show(FieldDefinition field, JsonObject value, ShownItems items) => DateValues.Of(value) is { } utc
        ? FieldShown.Plain(utc.Moment(), JsonValue.Create(DateValues.Write(utc)))
        : FieldShown.Nothing;
}

internal static class DateValues
{
    public static DateTime? Of(JsonObject value) => DateTime.TryParse(
        value["Value"]?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var utc) ? utc : null;

    public static string Write(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static void Read(FieldPost post, Func<string, DateTime?> parse)
    {
        if (post.WasAsked)
        {
            var text = post.Text("Value");
            var utc = text is null ? null : parse(text);
            if (text is not null && utc is null)
            {
                post.Fail("Value", "« {0} » : écrivez une date, par exemple 31/12/2026.");
                return;
            }

            post.Value["Value"] = utc is null ? null : Write(utc.Value);
        }

        if (post.MustBeFilled && Of(post.Value) is null)
        {
            post.Fail("Value", "Complétez « {0} ».");
        }
    }
}
