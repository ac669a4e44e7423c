using EssConsult.Accounts.Contracts;
using EssConsult.Registration.Door;
using EssConsult.Registration.Invitations;
using EssConsult.Registration.Wishes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Privacy;

/// <summary>What this module holds about a person with an account: their registrations, answers, wishes and needs. Erased, they give back the seats of what is still to come.</summary>
internal sealed class RegistrationData(SiteDb db, RegistrationVerbs verbs, TimeProvider clock) : IPersonalData
{
    public string Name => "rendez-vous";

    public async Task<object?> ExportAsync(string personId, CancellationToken ct) => await RegistrationExtract.ReadAsync(db, db.Set<Registration>().Where(row => row.PersonId == personId), ct);

    public async Task EraseAsync(string personId, bool keepTextsWithoutName, CancellationToken ct) => await verbs.EraseAsync(db, db.Set<Registration>().Where(row => row.PersonId == personId), clock.UtcNow(), ct);
}

/// <summary>The same about an address without an account.</summary>
internal sealed class RegistrationAddressData(SiteDb db, RegistrationVerbs verbs, TimeProvider clock) : IAddressData
{
    public string Name => "inscriptions";

    public async Task<object?> ExportAsync(string address, CancellationToken ct)
    {
        var registrations = await RegistrationExtract.ReadAsync(db, Of(address), ct);
        var invitations = await Invited(address).Select(row => new { row.EventId, row.Name, row.Email, row.SentUtc, row.DeclinedUtc }).ToListAsync(ct);
        return registrations is null && invitations.Count == 0 ? null : new { registrations, invitations };
    }

    public async Task EraseAsync(string address, CancellationToken ct)
    {
        await verbs.EraseAsync(db, Of(address), clock.UtcNow(), ct);
        await Invited(address).ExecuteDeleteAsync(ct);
    }

    private IQueryable<Invitation> Invited(string address)
    {
        var key = EmailAddress.Normalize(address);
        return db.Set<Invitation>().Where(row => row.EmailKey == key);
    }

    private IQueryable<Registration> Of(string address)
    {
        var key = EmailAddress.Normalize(address);
        return db.Set<Registration>().Where(row => row.EmailKey == key);
    }
}

internal static class RegistrationExtract
{
    public static async Task<object?> ReadAsync(SiteDb db, IQueryable<Registration> rows, CancellationToken ct)
    {
        var found = await rows.AsNoTracking().OrderBy(row => row.CreatedUtc).ToListAsync(ct);
        var ids = found.ConvertAll(row => row.Id);
        var needs = (await db.Set<AttendeeNeed>().Where(need => ids.Contains(need.RegistrationId)).ToListAsync(ct)).ToLookup(need => need.RegistrationId);
        var wishes = (await db.Set<Wish>().Where(wish => ids.Contains(wish.RegistrationId)).ToListAsync(ct)).ToLookup(wish => wish.RegistrationId);
        var keys = found.ConvertAll(row => row.FormKey);
        var answered = (await db.Set<Attendee>().Where(seat => ids.Contains(seat.RegistrationId)).Join(db.Set<DoorAnswer>(), seat => (Guid?)seat.Id, answer => answer.AttendeeId, (seat, answer) => new { seat.RegistrationId, answer.Question, answer.Value }).ToListAsync(ct))
            .Concat((await db.Set<DoorAnswer>().Where(answer => answer.WalkInKey != null && keys.Contains(answer.WalkInKey.Value)).ToListAsync(ct)).Select(answer => new { RegistrationId = found.First(row => row.FormKey == answer.WalkInKey).Id, answer.Question, answer.Value })).ToLookup(answer => answer.RegistrationId);
        var passages = (await db.Set<Attendee>().Where(seat => ids.Contains(seat.RegistrationId) && seat.Position == 0)
            .Join(db.Set<CheckIn>(), seat => (Guid?)seat.Id, scan => scan.AttendeeId, (seat, scan) => new { seat.RegistrationId, scan.AtUtc, scan.Kind }).ToListAsync(ct)).ToLookup(scan => scan.RegistrationId);
        return found.Count == 0 ? null : found.ConvertAll(row => new
        {
            row.EventId, row.Name, row.Organisation, row.Email, row.Seats, State = row.State.ToString(), row.CreatedUtc, row.ConfirmedUtc, row.EndedUtc, row.Answers,
            Passages = passages[row.Id].OrderBy(scan => scan.AtUtc).Select(scan => new { scan.AtUtc, Kind = scan.Kind.ToString() }).ToList(),
            AtTheDoor = answered[row.Id].Select(answer => new { answer.Question, answer.Value }).ToList(),
            Wishes = wishes[row.Id].Select(wish => new { wish.Slot, wish.Rank, wish.WorkshopId }).ToList(),
            Needs = needs[row.Id].Select(need => new { Kind = need.Kind.ToString(), need.Note }).ToList(),
        });
    }

    /// <summary>Inside the caller's transaction: what is to come is cancelled, so that somebody else has the seat, then everything forgets the person.</summary>
    public static async Task EraseAsync(this RegistrationVerbs verbs, SiteDb db, IQueryable<Registration> rows, DateTime now, CancellationToken ct)
    {
        var ids = await rows.Select(row => row.Id).ToListAsync(ct);
        foreach (var live in await rows.Where(row => row.State != RegistrationState.Ended).OrderBy(row => row.EventId).ToListAsync(ct))
        {
            await verbs.EndOneAsync(live, EndReason.Cancelled, now, ct);
        }

        await db.SaveChangesAsync(ct);
        await db.Set<AttendeeNeed>().Where(need => ids.Contains(need.RegistrationId)).ExecuteDeleteAsync(ct);
        await db.Set<Wish>().Where(wish => ids.Contains(wish.RegistrationId)).ExecuteDeleteAsync(ct);
        await db.Set<DoorAnswer>().Where(answer => db.Set<Attendee>().Any(seat => ids.Contains(seat.RegistrationId) && seat.Id == answer.AttendeeId) || db.Set<Registration>().Any(row => ids.Contains(row.Id) && row.FormKey == answer.WalkInKey)).ExecuteDeleteAsync(ct);
        await db.Set<Attendee>().Where(attendee => ids.Contains(attendee.RegistrationId)).ExecuteUpdateAsync(set => set.SetProperty(attendee => attendee.Name, (string?)null).SetProperty(attendee => attendee.Organisation, (string?)null), ct);
        await db.Set<Registration>().Where(row => ids.Contains(row.Id)).ForgetAsync(ct);
    }
}
