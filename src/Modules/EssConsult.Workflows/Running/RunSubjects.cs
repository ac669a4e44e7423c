using System.Text.Json.Nodes;
using EssConsult.Accounts.Contracts;
using EssConsult.Content.Contracts;

namespace EssConsult.Workflows.Running;

/// <summary>
/// The content and the people that a run knows. It keeps pointers; whenever it goes on, the latest version and the present name are
/// read anew (§4.1 of the formats).
/// </summary>
internal sealed class RunSubjects(IContentStore content, IPeople people)
{
    private readonly Dictionary<string, ContentItem> items = [];
    private readonly Dictionary<string, PersonName> names = [];

    /// <summary>The id in a pointer, in a whole item or person, or as a text.</summary>
    public static string? IdOf(JsonNode? node) => node switch
    {
        JsonObject json => json.AnyText("ContentId") ?? json.AnyText("ContentItemId") ?? json.AnyText("UserId"),
        JsonValue value when value.ToString() is { Length: > 0 } text => text,
        _ => null,
    };

    /// <summary>Reads what the run's input, properties and last result point to, in one query for content and one for people.</summary>
    public async Task LoadAsync(WorkflowRun run, CancellationToken ct)
    {
        var pointers = run.Input.Concat(run.Properties).Select(member => member.Value).Append(run.LastResult).OfType<JsonObject>().ToList();
        if (Ids(pointers, "Content") is { Count: > 0 } contents)
        {
            foreach (var (id, item) in await content.FindManyAsync(contents, ContentVersion.Latest, ct))
            {
                items[id] = item;
            }
        }

        if (Ids(pointers, "User") is { Count: > 0 } persons)
        {
            foreach (var (id, name) in await people.NamesAsync(persons, ct))
            {
                names[id] = name;
            }
        }
    }

    /// <summary>The item or the person in place of its pointer; anything else as it is.</summary>
    public JsonNode? Resolve(JsonNode? node) => node is not JsonObject json || IdOf(json) is not { } id ? node
        : IsPointer(json, "Content") && items.TryGetValue(id, out var item) ? item.WriteContentItem()
        : IsPointer(json, "User") && names.TryGetValue(id, out var person) ? Write(person)
        : node;

    /// <summary>The latest version; null when there is none.</summary>
    public async Task<ContentItem?> FindAsync(string contentItemId, CancellationToken ct)
    {
        if (!items.TryGetValue(contentItemId, out var item) && await content.FindAsync(contentItemId, ContentVersion.Latest, ct) is { } found)
        {
            items[contentItemId] = item = found;
        }

        return item;
    }

    /// <summary>An item that this run made and that is not stored yet.</summary>
    public void Hold(ContentItem item) => items[item.ContentItemId] = item;

    /// <summary>Whose id, alias or displayed name this is, among the people that the run knows; null when it is nobody's.</summary>
    public string? PersonNamed(string name) => PersonAlias.PersonOf(name) ?? (names.ContainsKey(name) ? name : names.Values.Where(person => person.DisplayName == name).Take(2).ToList() is [var only] ? only.Id : null);

    private static HashSet<string> Ids(List<JsonObject> pointers, string kind) => pointers.Where(pointer => IsPointer(pointer, kind)).Select(IdOf).OfType<string>().ToHashSet();

    private static bool IsPointer(JsonObject json, string kind) => json["Type"]?.ToString() == kind && json.Count == 2 && IdOf(json) is not null;

    private static JsonObject Write(PersonName person) =>
        new() { ["UserId"] = person.Id, ["UserName"] = person.DisplayName, ["Email"] = PersonAlias.Of(person.Id) };
}

/// <summary>
/// A person's address as circuits see it. It becomes the real one when the mail is queued, so that no script, state or journal ever
/// holds an address. The domain is reserved and never exists (RFC 2606).
/// </summary>
internal static class PersonAlias
{
    private const string Domain = "@personne.invalid";

    public static string Of(string personId) => personId + Domain;

    /// <summary>Whose alias it is; null for any other address.</summary>
    public static string? PersonOf(string address) => address.EndsWith(Domain, StringComparison.OrdinalIgnoreCase) ? address[..^Domain.Length] : null;
}
