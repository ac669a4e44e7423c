using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Door;

/// <param name="Stored">Scans that were new; the others were there already.</param>
internal sealed record ScanReceipt(int Stored, int Known);

/// <summary>
/// Stores what a door's device saw. It happened, so nothing is refused: late, twice, unknown, in whatever order. Who is inside is
/// derived when it is read.
/// </summary>
internal sealed class ReceiveScans(SiteDb db, ScannedCodes codes, ReceiveAnswers answers, RegisterWalkIn registerWalkIn, CurrentPerson person, TimeProvider clock)
{
    private const int MostTries = 5;

    public async Task<ScanReceipt> HandleAsync(EventRow row, ScanBatch batch, CancellationToken ct)
    {
        if (batch.Count == 0)
        {
            return new ScanReceipt(0, 0);
        }

        foreach (var walkIn in batch.WalkIns)
        {
            await registerWalkIn.HandleAsync(row, walkIn, ct);
        }

        var sights = await codes.ReadAsync(row, batch.Scans, ct);
        for (var tries = 1; ; tries++)
        {
            db.ChangeTracker.Clear();
            try
            {
                return await StoreAsync(row, batch, sights, ct);
            }
            catch (RuleException sentBesides) when (sentBesides.Code == DoorTables.Sent && tries < MostTries)
            {
                // Another device, or this one once more, stored some of it since it was looked at.
            }
        }
    }

    private async Task<ScanReceipt> StoreAsync(EventRow row, ScanBatch batch, IReadOnlyDictionary<Guid, Sight> sights, CancellationToken ct)
    {
        var (eventId, now, nonces) = (row.ContentItemId, clock.UtcNow(), sights.Keys.ToList());
        var known = await db.Set<CheckIn>().Where(scan => nonces.Contains(scan.Nonce)).Select(scan => scan.Nonce).ToHashSetAsync(ct);
        var fresh = batch.Scans.DistinctBy(scan => scan.Nonce).Where(scan => !known.Contains(scan.Nonce)).Select(scan => RowOf(scan, eventId, sights[scan.Nonce], now)).ToList();
        db.AddRange(fresh);
        db.AddRange(await answers.ReadAsync(row, batch.Answers, ct));
        foreach (var arrived in await ArrivedAsync(eventId, batch, fresh, sights, ct))
        {
            db.Add(new Arrival { EventId = eventId, AttendeeId = arrived.AttendeeId!.Value });
            db.Publish(new PersonCheckedIn(arrived.RegistrationId!.Value, eventId, arrived.AttendeeId.Value, arrived.PersonId, arrived.IsGuest));
        }

        await db.SaveChangesAsync(ct);
        return new ScanReceipt(fresh.Count, known.Count);
    }

    private CheckIn RowOf(Scan scan, string eventId, Sight sight, DateTime now) => new()
    {
        Nonce = scan.Nonce, EventId = eventId, Kind = scan.Kind, Undoes = scan.Undoes, AtUtc = scan.At.UtcDateTime.ToMillisecond(), ReceivedUtc = now, ByPersonId = person.Id, Door = DoorName.Clean(scan.Door),
        WalkInKey = scan.WalkIn, AttendeeId = scan.WalkIn is null ? sight.AttendeeId : null, Problem = scan is { WalkIn: null, Kind: not CheckInKind.Undo } ? sight.Problem : null, CodePrint = scan is { WalkIn: null, Kind: not CheckInKind.Undo } ? sight.Print : null,
    };

    /// <summary>Those who came in for the first time that anybody hears of.</summary>
    private async Task<IEnumerable<Sight>> ArrivedAsync(string eventId, ScanBatch batch, IReadOnlyCollection<CheckIn> fresh, IReadOnlyDictionary<Guid, Sight> sights, CancellationToken ct)
    {
        var keys = batch.WalkIns.Select(walkIn => walkIn.Key).Concat(batch.Scans.Select(scan => scan.WalkIn).OfType<Guid>()).Distinct().ToList();
        var freshKeys = fresh.Where(scan => scan.Kind == CheckInKind.Entry).Select(scan => scan.WalkInKey).OfType<Guid>().ToHashSet();
        var walkIns = keys.Count == 0 ? [] : await db.Set<Registration>().AsNoTracking().Where(row => row.EventId == eventId && keys.Contains(row.FormKey))
            .Join(db.Set<Attendee>().Where(seat => seat.Position == 0), row => row.Id, seat => seat.RegistrationId, (row, seat) => new { row.FormKey, row.PersonId, Seat = seat.Id, row.Id, WasSeen = db.Set<CheckIn>().Any(scan => scan.WalkInKey == row.FormKey && scan.Kind == CheckInKind.Entry) }).ToListAsync(ct);
        var candidates = fresh.Where(scan => scan is { Kind: CheckInKind.Entry, AttendeeId: not null }).Select(scan => sights[scan.Nonce])
            .Concat(walkIns.Where(found => found.WasSeen || freshKeys.Contains(found.FormKey)).Select(found => new Sight(found.Seat, found.Id, found.PersonId))).DistinctBy(sight => sight.AttendeeId).ToList();
        var ids = candidates.Select(sight => sight.AttendeeId!.Value).ToList();
        var told = await db.Set<Arrival>().Where(arrival => arrival.EventId == eventId && ids.Contains(arrival.AttendeeId)).Select(arrival => arrival.AttendeeId).ToHashSetAsync(ct);
        return candidates.Where(sight => !told.Contains(sight.AttendeeId!.Value));
    }
}
