using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Editions;

/// <summary>Keeps the record of an edition in step with its published page, in the same transaction.</summary>
internal sealed class EditionProjection(SiteDb db, TimeProvider clock) : IContentHandler
{
    public Task ChangingAsync(ContentChange change, CancellationToken ct)
    {
        if (change.Act is ContentAct.Publish && change.Item.Part<PrizePart>() is { Archived: false } part)
        {
            if (part.Opens is null || part.Closes is null)
            {
                throw new RuleException("prize.dates", "Dites quand le dépôt ouvre et quand il ferme, ou cochez « Édition passée, tenue ailleurs ».");
            }

            if (part.Closes <= part.Opens || part.ScoringCloses <= part.Closes)
            {
                throw new RuleException("prize.order", "Les dates ne se suivent pas : le dépôt ouvre, puis ferme, puis la notation ferme.");
            }
        }

        return Task.CompletedTask;
    }

    public async Task ChangedAsync(ContentChange change, CancellationToken ct)
    {
        var item = change.Item;
        if (change.Type?.FindPart(nameof(PrizePart)) is null || change.Act is ContentAct.SaveDraft or ContentAct.DropDraft || change is { Act: ContentAct.Import, Item.Published: false })
        {
            return;
        }

        var row = await db.Set<Edition>().FindAsync([item.ContentItemId], ct);
        if (change.Act is ContentAct.Unpublish or ContentAct.Remove)
        {
            row?.Published = false;
        }
        else if (item.Part<PrizePart>() is { } part)
        {
            row ??= db.Add(new Edition { ContentItemId = item.ContentItemId }).Entity;
            EditionReader.Describe(row, item, part);
            await db.VersionTermsAsync(row, part, clock.UtcNow(), ct);
        }

        db.Publish(new EditionChanged(item.ContentItemId));
    }
}
