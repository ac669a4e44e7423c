using EssConsult.Contributions.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Features.Read;

/// <summary>On the page of an objective of the roadmap: the contributions that an official answer linked to it, the latest answer first.</summary>
internal sealed class FedBySlot(SiteDb db, ContributionCards cards, CacheTags tags) : ISlot
{
    private const int Shown = 12;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        if (model is not ContentItem { ContentType: "Objective" } objective)
        {
            return null;
        }

        tags.Add(ContributionEviction.Lists);
        var ids = await (
            from link in db.Set<AnswerObjective>().Where(link => link.ObjectiveId == objective.ContentItemId)
            join answer in db.Set<Answer>().Where(answer => answer.PublishedUtc != null) on link.ContentItemId equals answer.ContentItemId
            join row in db.Set<ContributionRow>().Published() on link.ContentItemId equals row.ContentItemId
            orderby answer.PublishedUtc descending, row.ContentItemId
            select row.ContentItemId).Take(Shown).ToListAsync(ct);
        return ids.Count == 0 ? null : new SlotView("/Features/EssConsult.Contributions/Read/_FedBy.cshtml", await cards.ReadAsync(ids, ct));
    }
}
