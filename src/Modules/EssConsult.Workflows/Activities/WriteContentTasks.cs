using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Activities;

/// <summary>Makes an item of a type, with what a Liquid template writes as JSON.</summary>
internal sealed class CreateContentTask(SiteDb db, IContentStore content, RunSubjects subjects) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(CreateContentTask), ActivityCategory.Content, "Créer un contenu")
    {
        Settings = [new("ContentType", SettingKind.Text, "Type de page") { IsRequired = true }, new("Publish", SettingKind.Flag, "Le publier"), new("ContentProperties", SettingKind.Liquid, "Valeurs, en JSON")],
        Outcomes = ["Done", "Failed"],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        if (call.Settings.AnyText("ContentType") is not { } type)
        {
            return ActivityResult.Of("Failed");
        }

        var item = content.New(type, ownerId: null, authorName: null);
        item.Merge(await WrittenProperties.ReadAsync(call));
        await content.WriteAsync(item, call.Settings.Flag("Publish"), ct);
        db.Audit(new AuditEntry("content.create", item.ContentItemId, call.Actor, new { item.ContentType, Run = call.WorkflowId }));
        subjects.Hold(item);
        ContentTask.Know(call, item.ContentItemId);
        return ActivityResult.Done;
    }
}

/// <summary>Changes an item: members that the template does not write stay.</summary>
internal sealed class UpdateContentTask(SiteDb db, IContentStore content, RunSubjects subjects) : ContentTask(db, subjects), IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(UpdateContentTask), ActivityCategory.Content, "Modifier un contenu")
    {
        Settings = [Content, new("ContentProperties", SettingKind.Liquid, "Valeurs, en JSON"), new("Publish", SettingKind.Flag, "Le publier")], Outcomes = ["Done", "Failed"],
    };

    protected override ActivityResult Missing() => ActivityResult.Of("Failed");

    protected override async Task<ActivityResult> ActAsync(ContentItem item, IActivityCall call, CancellationToken ct)
    {
        item.Merge(await WrittenProperties.ReadAsync(call));
        await content.WriteAsync(item, call.Settings.Flag("Publish"), ct);
        Note(call, "content.update", item);
        return ActivityResult.Done;
    }
}

internal static class WrittenProperties
{
    public static async Task<JsonObject> ReadAsync(IActivityCall call)
    {
        var text = await call.LiquidAsync("ContentProperties", LiquidEncoding.JavaScript);
        try
        {
            return string.IsNullOrWhiteSpace(text) ? [] : (JsonObject)JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true })!;
        }
        catch (Exception error) when (error is JsonException or InvalidCastException)
        {
            throw new RuleException("workflow.not-json", "Les valeurs d’un contenu doivent être un objet JSON.");
        }
    }

    public static void Merge(this ContentItem item, JsonObject properties)
    {
        item.DisplayText = properties.AnyText("DisplayText") ?? item.DisplayText;
        item.Owner = properties.AnyText("Owner") ?? item.Owner;
        foreach (var (name, value) in properties)
        {
            // Scalars at the root are the item's own members; parts are objects (§3.2 of the formats).
            if (value is JsonObject part)
            {
                Merge(item.Content, name, part);
            }
        }
    }

    public static Task WriteAsync(this IContentStore content, ContentItem item, bool publish, CancellationToken ct) =>
        publish ? content.PublishAsync(item, ct) : content.SaveDraftAsync(item, ct);

    private static void Merge(JsonObject into, string name, JsonNode? value)
    {
        if (value is JsonObject from && into[name] is JsonObject old)
        {
            foreach (var (member, inner) in from)
            {
                Merge(old, member, inner);
            }
        }
        else
        {
            into[name] = value?.DeepClone();
        }
    }
}
