using EssConsult.Accounts.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Admin;

internal sealed record RegistrationFilter(string? Text, RegistrationState? State);

/// <param name="Address">The address typed; nothing for who has an account, whose address stays there.</param>
internal sealed record RegistrationLine(Guid Id, string Name, string? Organisation, string? Address, bool HasAccount, int Seats, RegistrationState State, EndReason? EndReason, long Arrival, DateTime CreatedUtc, DateTime? HoldUntilUtc, RegistrationSource Source);

internal sealed record RegistrationPage(IReadOnlyList<RegistrationLine> Lines, int Total, int Number, int Pages);

/// <summary>The registrations of one event: by the order of arrival, filtered by name and state; two queries.</summary>
internal sealed class ListRegistrations(SiteDb db)
{
    public const int PageSize = 50;

    public async Task<RegistrationPage> ReadAsync(string eventId, RegistrationFilter filter, int number, CancellationToken ct)
    {
        var rows = Matching(eventId, filter);
        var total = await rows.CountAsync(ct);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(number, 1, pages);
        var lines = await rows.OrderBy(row => row.State == RegistrationState.Ended).ThenBy(row => row.Arrival).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(row => new RegistrationLine(row.Id, row.Name, row.Organisation, row.Email, row.PersonId != null, row.Seats, row.State, row.EndReason, row.Arrival, row.CreatedUtc, row.HoldUntilUtc, row.Source)).ToListAsync(ct);
        return new RegistrationPage(lines, total, page, pages);
    }

    public IQueryable<Registration> Matching(string eventId, RegistrationFilter filter)
    {
        var rows = db.Set<Registration>().AsNoTracking().Where(row => row.EventId == eventId);
        rows = filter.State is { } state ? rows.Where(row => row.State == state) : rows;
        return rows.Containing(db, filter.Text, row => row.Name, row => row.Organisation);
    }
}
