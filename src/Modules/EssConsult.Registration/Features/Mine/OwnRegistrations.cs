using EssConsult.Registration.Features.Register;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Mine;

/// <param name="Rank">1 for who comes next; 0 for who does not wait.</param>
/// <param name="Workshops">Those of the same plenary, by their times.</param>
internal sealed record OwnRegistration(Registration Row, EventRow Event, IReadOnlyList<Attendee> Attendees, IReadOnlyList<AttendeeNeed> Needs, IReadOnlyList<FieldValue> Answers, int Rank, IReadOnlyList<(Registration Row, EventRow Event, int Rank)> Workshops);

/// <summary>Reads a registration as its own page shows it.</summary>
internal sealed class OwnRegistrations(SiteDb db, RegistrationQuestions questions, RegistrationPost post)
{
    public async Task<OwnRegistration?> FindAsync(Guid id, CancellationToken ct)
    {
        var found = await db.Set<Registration>().Where(row => row.Id == id).Join(db.Set<EventRow>(), row => row.EventId, seen => seen.ContentItemId, (row, seen) => new { row, seen }).FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var attendees = await db.Set<Attendee>().Where(attendee => attendee.RegistrationId == id).OrderBy(attendee => attendee.Position).ToListAsync(ct);
        var needs = await db.Set<AttendeeNeed>().Where(need => need.RegistrationId == id).OrderBy(need => need.Kind).ToListAsync(ct);
        var workshops = await db.Set<Registration>().Where(row => row.WithinId == id && row.State != RegistrationState.Ended)
            .Join(db.Set<EventRow>(), row => row.EventId, seen => seen.ContentItemId, (row, seen) => new { row, seen }).OrderBy(pair => pair.seen.StartsUtc).ToListAsync(ct);
        var ranked = new List<(Registration, EventRow, int)>();
        foreach (var pair in workshops)
        {
            ranked.Add((pair.row, pair.seen, await RankAsync(pair.row, ct)));
        }

        return new OwnRegistration(found.row, found.seen, attendees, needs, await questions.ShowAsync(found.row.Answers, ct), await RankAsync(found.row, ct), ranked);
    }

    private async Task<int> RankAsync(Registration row, CancellationToken ct) => row.State == RegistrationState.Waiting ? await post.RankAsync(row, ct) : 0;
}
