using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Content.Fields.Numeric;

namespace EssConsult.Content.Fields.GeoPoint;

/// <summary>Degrees, WGS 84.</summary>
internal sealed class GeoPointFieldType : IFieldType
{
    public string Name => "GeoPointField";

    public string Label => "Point sur la carte";

    public string Editor => FieldPartials.Path("GeoPoint");

    public Task ReadAsync(FieldPost post, CancellationToken ct)
    {
        if (post.WasAsked && !(Take(post, "Latitude", 90) & Take(post, "Longitude", 180)))
        {
            return Task.CompletedTask;
        }

        var (latitude, longitude) = (Decimals.Of(post.Value["Latitude"]), Decimals.Of(post.Value["Longitude"]));
        if (latitude is null != longitude is null || (post.MustBeFilled && latitude is null))
        {
            post.Fail(latitude is null ? "Latitude" : "Longitude", "« {0} » : donnez la latitude et la longitude.");
        }

        return Task.CompletedTask;
    }

    public FieldShown Show(FieldDefinition field, JsonObject value, ShownItems items) =>
        (Decimals.Of(value["Latitude"]), Decimals.Of(value["Longitude"])) is ({ } latitude, { } longitude)
            ? FieldShown.Plain(string.Create(CultureInfo.InvariantCulture, $"{latitude:0.######}, {longitude:0.######}"), new JsonObject { ["latitude"] = latitude, ["longitude"] = longitude })
            : FieldShown.Nothing;

    private static bool Take(FieldPost post, string member, decimal most)
    {
        var text = post.Text(member);
        if (text is null)
        {
            post.Value[member] = null;
            return true;
        }

        if (!Decimals.TryRead(text, out var degrees) || Math.Abs(degrees) > most)
        {
            post.Fail(member, "« {0} » : écrivez des degrés, par exemple 47,2184.");
            return false;
        }

        post.Value[member] = JsonValue.Create(degrees);
        return true;
    }
}
