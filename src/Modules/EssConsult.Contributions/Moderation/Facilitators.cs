using EssConsult.Accounts.Contracts;
using EssConsult.Notifications.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>Who of the team looks after a contribution. It says whose turn it is, never who may: anybody of the team may decide.</summary>
internal sealed class Facilitators(SiteDb db, IPeople people, INews news)
{
    public static readonly NewsKind Entrusted = new("entrusted", "On me confie une contribution") { Order = 55, Mail = NewsMail.AtOnce };

    /// <summary>Those to whom a contribution may be entrusted, by name.</summary>
    public async Task<IReadOnlyList<PersonName>> ListAsync(CancellationToken ct) =>
        [.. (await people.NamesAsync(await people.HoldersAsync(Permissions.ModerateContent, ct), ct)).Values.OrderBy(person => person.DisplayName, StringComparer.CurrentCultureIgnoreCase).ThenBy(person => person.Id, StringComparer.Ordinal)];

    /// <summary>Stages it, and tells them unless they took it themselves; the caller saves.</summary>
    /// <param name="row">The contribution, tracked.</param>
    /// <param name="personId">Null: nobody in particular.</param>
    /// <param name="actor">Who entrusts it: a person, or a circuit.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="RuleException">They may not moderate.</exception>
    public async Task EntrustAsync(ContributionRow row, string? personId, string actor, CancellationToken ct)
    {
        if (personId == row.FacilitatorId)
        {
            return;
        }

        if (personId is not null && !await IsAbleAsync(personId, ct))
        {
            throw new RuleException("moderation.facilitator", "Cette personne ne modère pas les textes : choisissez-en une autre.") { Field = "Facilitator" };
        }

        row.FacilitatorId = personId;
        db.Audit(new AuditEntry("contribution.entrusted", row.ContentItemId, actor, new { Person = personId }));
        if (personId is not null && personId != actor)
        {
            news.TellPeople([personId], new NewsFact(Entrusted.Name, "« {0} » vous est confiée.") { Title = row.Title, Path = "/admin/moderation?texte=contribution-" + row.ContentItemId });
        }
    }

    /// <summary>False also for nobody, and for whoever was disabled or lost the right.</summary>
    public async Task<bool> IsAbleAsync(string? personId, CancellationToken ct) => personId is not null && (await people.HoldersAsync(Permissions.ModerateContent, ct)).Contains(personId);

    /// <summary>Whoever of these looks after the fewest texts that wait; of several, the first by id.</summary>
    /// <returns>Null when none of them may moderate.</returns>
    public async Task<string?> LeastBusyAsync(IReadOnlyCollection<string> among, CancellationToken ct)
    {
        var able = (await people.HoldersAsync(Permissions.ModerateContent, ct)).Where(among.Contains).Order(StringComparer.Ordinal).ToList();
        var busy = await db.Set<ContributionRow>().Where(row => row.FacilitatorId != null && able.Contains(row.FacilitatorId) && row.State == ContributionState.Submitted)
            .GroupBy(row => row.FacilitatorId!).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        return able.MinBy(id => busy.GetValueOrDefault(id));
    }
}
