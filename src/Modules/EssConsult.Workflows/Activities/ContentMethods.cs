using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Activities;

/// <summary>
/// Orchard's content methods in scripts (§4.4 of the formats). A script waits for each: what it changes is written with the run's step, also
/// when the script fails afterwards, as in Orchard.
/// </summary>
internal sealed class ContentMethods(SiteDb db, IContentStore content, RunSubjects subjects) : IRunGlobals
{
    /// <summary>Of one run's scripts, as of its messages: a loop must not fill the site.</summary>
    private const int MostWrites = 500;
    private int writes;

    public IReadOnlyDictionary<string, object> For(WorkflowRun run) => new Dictionary<string, object>
    {
        ["newContentItem"] = (string type) => content.New(type, ownerId: null, authorName: null).WriteContentItem(),
        ["createContentItem"] = (string type, bool publish, object? properties) => Wait(WriteAsync(run, content.New(type, ownerId: null, authorName: null), "content.create", publish, properties)),
        ["updateContentItem"] = (object item, object? properties) => Wait(UpdateAsync(run, item, properties)),
        ["deleteContentItem"] = (object item) => Wait(DeleteAsync(run, item)),
    };

    public IReadOnlyDictionary<string, object?> Model() => new Dictionary<string, object?>();

    /// <summary>A script is not suspended; the server has no context that such a wait could block.</summary>
    private static JsonNode? Wait(Task<JsonNode?> work) => work.GetAwaiter().GetResult();

    private async Task<JsonNode?> WriteAsync(WorkflowRun run, ContentItem item, string act, bool publish, object? properties)
    {
        RequireRoom();
        item.Merge(JsonSerializer.SerializeToNode(properties) as JsonObject ?? []);
        await content.WriteAsync(item, publish, CancellationToken.None);
        Note(run, act, item);
        subjects.Hold(item);
        return item.WriteContentItem();
    }

    /// <summary>A published item stays published, as in Orchard.</summary>
    private async Task<JsonNode?> UpdateAsync(WorkflowRun run, object item, object? properties) =>
        await FindAsync(item) is { } found ? await WriteAsync(run, found, "content.update", found.Published, properties) : null;

    private async Task<JsonNode?> DeleteAsync(WorkflowRun run, object item)
    {
        if (await FindAsync(item) is { } found)
        {
            RequireRoom();
            await content.RemoveAsync(found.ContentItemId, CancellationToken.None);
            Note(run, "content.remove", found);
        }

        return null;
    }

    /// <summary>By its id, or by the item that a script holds.</summary>
    private async Task<ContentItem?> FindAsync(object item) =>
        RunSubjects.IdOf(JsonSerializer.SerializeToNode(item)) is { } id ? await subjects.FindAsync(id, CancellationToken.None) : null;

    private void Note(WorkflowRun run, string act, ContentItem item) => db.Audit(new AuditEntry(act, item.ContentItemId, "workflow:" + run.Type.Id, new { item.ContentType, Run = run.Id }));

    private void RequireRoom()
    {
        if (++writes > MostWrites)
        {
            throw new RuleException("workflow.writes", "Un script écrit {0} contenus au plus.", MostWrites);
        }
    }
}
