using System.Globalization;
using System.Text.Json.Nodes;

namespace EssConsult.Content.Parts;

/// <summary>A part of another module, asked for by the list of its members. What nobody changed is not written: its form in the JSON stays.</summary>
internal sealed class BroughtPartType(IPartForm part) : IPartType
{
    public string Name => part.PartName;

    public string Label => part.Label;

    public string? Editor => PartPartials.Path("Brought");

    public IReadOnlyList<PartMember> MembersOf(string contentType) => part.MembersOf(contentType);

    /// <summary>A member as its input shows it.</summary>
    public static string Show(JsonObject value, PartMember member) => value[member.Name] switch
    {
        null => member is { Kind: PartMemberKind.Flag, IsOnByDefault: true } ? "true" : string.Empty,
        JsonArray list => string.Join('\n', list.Select(option => Option(option?["Text"]?.ToString(), option?["Value"]?.ToString()))),
        var known when member.Kind == PartMemberKind.Moment => WallTime(known.ToString()),
        var known => known.ToString(),
    };

    public void Read(PartPost post)
    {
        foreach (var member in MembersOf(post.Item.ContentType))
        {
            var shown = Show(post.Object, member);
            var text = !post.Has(member.Name) ? shown : member.Kind == PartMemberKind.Flag ? post.Checked(member.Name) ? "true" : "false" : post.Text(member.Name);
            if (member.IsRequired && text.Length == 0)
            {
                post.Fail(member.Name, "« {0} » est à remplir.", member.Label);
            }
            else if (member.Kind == PartMemberKind.Number && text.Length > 0 && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                post.Fail(member.Name, "« {0} » est un nombre entier.", member.Label);
            }
            else if (member.Kind == PartMemberKind.Moment && text.Length > 0 && !DateTime.TryParse(text, CultureInfo.InvariantCulture, out _))
            {
                post.Fail(member.Name, "« {0} » est une date et une heure.", member.Label);
            }
            else if (!IsSame(member, text, shown))
            {
                Put(post.Object, member, text);
            }
        }
    }

    private static bool IsSame(PartMember member, string text, string shown) => member.Kind == PartMemberKind.Flag
        ? text.Equals("true", StringComparison.OrdinalIgnoreCase) == shown.Equals("true", StringComparison.OrdinalIgnoreCase)
        : text == shown.ReplaceLineEndings("\n").Trim();

    private static void Put(JsonObject value, PartMember member, string text)
    {
        if (text.Length == 0)
        {
            value.Remove(member.Name);
            return;
        }

        value[member.Name] = member.Kind switch
        {
            PartMemberKind.Flag => JsonValue.Create(text == "true"),
            PartMemberKind.Number => JsonValue.Create(int.Parse(text, CultureInfo.InvariantCulture)),
            PartMemberKind.Moment => JsonValue.Create(DateTime.Parse(text, CultureInfo.InvariantCulture).FromParis().Iso()),
            PartMemberKind.Options => new JsonArray([.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Option)]),
            _ => JsonValue.Create(text),
        };
    }

    /// <summary>As a <c>datetime-local</c> input takes it; what is no date is shown as it stands.</summary>
    private static string WallTime(string stored) => DateTime.TryParse(stored, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var utc)
        ? utc.ToParis().ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)
        : stored;

    private static string Option(string? text, string? value) => value is null || value == text ? text ?? string.Empty : $"{value} | {text}";

    private static JsonObject Option(string line)
    {
        var words = line.Split('|', 2, StringSplitOptions.TrimEntries);
        return new JsonObject { ["Text"] = words[^1], ["Value"] = words[0] };
    }
}
