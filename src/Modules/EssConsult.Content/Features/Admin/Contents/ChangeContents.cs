using EssConsult.Content.Forms;

namespace EssConsult.Content.Features.Admin.Contents;

/// <summary>Publishes, unpublishes or removes items, all in one transaction, each with its line in the journal.</summary>
internal sealed class ChangeContents(SiteDb db, IContentStore store, CompleteItem complete, CurrentPerson person)
{
    public const string Publish = "publier";
    public const string Unpublish = "depublier";
    public const string Remove = "supprimer";

    public static bool Knows(string? act) => act is Publish or Unpublish or Remove;

    /// <returns>The word that tells it on the next page (<see cref="Done"/>).</returns>
    public async Task<string> HandleAsync(string? act, IReadOnlyList<ContentItem> items, CancellationToken ct)
    {
        if (!Knows(act))
        {
            throw new RuleException("content.unknown-act", "Choisissez une action.");
        }

        foreach (var item in items)
        {
            if (act == Publish)
            {
                await complete.RequireAsync(item, ct);
            }

            await (act switch
            {
                Publish => store.PublishAsync(item, ct),
                Unpublish => store.UnpublishAsync(item.ContentItemId, ct),
                _ => store.RemoveAsync(item.ContentItemId, ct),
            });
            db.Audit(new AuditEntry(AuditName(act), item.ContentItemId, person.RequiredId, new { item.ContentType }));
        }

        await db.SaveChangesAsync(ct);
        return act switch { Publish => Done.Published, Unpublish => Done.Unpublished, _ => Done.Removed };
    }

    private static string AuditName(string? act) => act switch { Publish => "content.publish", Unpublish => "content.unpublish", _ => "content.remove" };
}
