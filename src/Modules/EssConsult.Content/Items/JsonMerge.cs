using System.Text.Json.Nodes;

namespace EssConsult.Content.Items;

internal static class JsonMerge
{
    /// <summary>Lays the given members over the known ones, object by object; arrays and values are replaced.</summary>
    public static JsonObject Take(this JsonObject known, JsonObject given)
    {
        foreach (var (key, value) in given)
        {
            if (known[key] is JsonObject left && value is JsonObject right)
            {
                left.Take(right);
            }
            else
            {
                known[key] = value?.DeepClone();
            }
        }

        return known;
    }
}
