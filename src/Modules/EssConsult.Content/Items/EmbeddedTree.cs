using System.Text.Json.Nodes;

namespace EssConsult.Content.Items;

/// <summary>An embedded item at its place, for an editor that shows the whole list.</summary>
internal sealed record EmbeddedNode(string Id, string ContentType, string Title, int Depth, IReadOnlyList<EmbeddedNode> Children, bool IsFirst, bool IsLast);

/// <summary>Reads and rearranges one embedded list; every act works on the item's JSON in place.</summary>
internal static class EmbeddedTree
{
    public static IReadOnlyList<EmbeddedNode> Read(EmbeddedList list, JsonObject holder) => Read(list, list.Find(holder, false), 0);

    /// <returns>False when the element is not in the list, or the act has nowhere to move it.</returns>
    public static bool Move(EmbeddedList list, JsonObject holder, string id, ElementMove move)
    {
        if (Locate(list, list.Find(holder, false), null, id) is not { } found)
        {
            return false;
        }

        var (siblings, index, parent) = found;
        return move switch
        {
            ElementMove.Up when index > 0 => Place(siblings, index, siblings, index - 1),
            ElementMove.Down when index < siblings.Count - 1 => Place(siblings, index, siblings, index + 1),
            ElementMove.Into when list.Nests && index > 0 => Place(siblings, index, list.FindChildren((JsonObject)siblings[index - 1]!, true)!, null),
            ElementMove.Out when parent is { } above => Place(siblings, index, above.Siblings, above.Index + 1),
            ElementMove.Away => Remove(siblings, index),
            _ => false,
        };
    }

    public static void Add(EmbeddedList list, JsonObject holder, JsonObject item) => list.Find(holder, true)!.Add(item);

    private static List<EmbeddedNode> Read(EmbeddedList list, JsonArray? items, int depth)
    {
        var nodes = items?.OfType<JsonObject>().ToList() ?? [];
        return [.. nodes.Select((json, index) => new EmbeddedNode(
            json["ContentItemId"]?.ToString() ?? string.Empty,
            json["ContentType"]?.ToString() ?? string.Empty,
            TitleOf(json) ?? "…",
            depth,
            Read(list, list.FindChildren(json, false), depth + 1),
            index == 0,
            index == nodes.Count - 1))];
    }

    /// <summary>What an editor knows an element by: its title, else what a visitor reads of it.</summary>
    public static string? TitleOf(JsonObject json) => new[]
    {
        json["DisplayText"], json["TitlePart"]?["Title"], json["FormElementLabelPart"]?["Label"], json["ButtonPart"]?["Text"], json["FormInputElementPart"]?["Name"],
    }.Select(text => text?.ToString()).FirstOrDefault(text => !string.IsNullOrEmpty(text));

    private static ElementPlace? Locate(EmbeddedList list, JsonArray? items, ElementPlace? parent, string id)
    {
        for (var index = 0; index < (items?.Count ?? 0); index++)
        {
            if (items![index] is not JsonObject json)
            {
                continue;
            }

            var here = new ElementPlace(items, index, parent);
            if (json["ContentItemId"]?.ToString() == id)
            {
                return here;
            }

            if (Locate(list, list.FindChildren(json, false), here, id) is { } below)
            {
                return below;
            }
        }

        return null;
    }

    private static bool Place(JsonArray from, int index, JsonArray to, int? position)
    {
        var node = from[index];
        from.RemoveAt(index);
        to.Insert(position ?? to.Count, node);
        return true;
    }

    private static bool Remove(JsonArray from, int index)
    {
        from.RemoveAt(index);
        return true;
    }
}

internal sealed record ElementPlace(JsonArray Siblings, int Index, ElementPlace? Parent);

internal enum ElementMove
{
    Up,
    Down,
    Into,
    Out,
    Away,
}
