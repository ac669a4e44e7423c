using System.Text.Json.Nodes;

namespace EssConsult.Voting.Casting;

/// <summary>A ranking with one option moved by a place: equals are first put one behind the other, and what was not ranked comes in last.</summary>
internal static class RankMove
{
    public static JsonArray Of(JsonArray? ranking, string option, bool isUp)
    {
        var order = (ranking ?? []).OfType<JsonArray>().SelectMany(group => group).Select(id => id!.ToString()).ToList();
        var place = order.IndexOf(option);
        if (place < 0)
        {
            order.Add(option);
        }
        else
        {
            var next = Math.Clamp(place + (isUp ? -1 : 1), 0, order.Count - 1);
            (order[place], order[next]) = (order[next], order[place]);
        }

        return [.. order.Select(id => (JsonNode)new JsonArray(id))];
    }
}
