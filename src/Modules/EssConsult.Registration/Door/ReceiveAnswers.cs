using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Door;

/// <summary>
/// Reads what a batch says of answers: those to questions of this door, about people of this event, that are not stored yet. Whoever was
/// erased meanwhile is no longer asked. Three queries at most.
/// </summary>
internal sealed class ReceiveAnswers(SiteDb db, DoorQuestions questions, TimeProvider clock)
{
    public async Task<IReadOnlyList<DoorAnswer>> ReadAsync(EventRow row, IReadOnlyList<GivenAnswers> given, CancellationToken ct)
    {
        if (given.Count == 0 || questions.Of(row) is not { Count: > 0 } asked)
        {
            return [];
        }

        var (nonces, ids) = (given.Select(answers => answers.Nonce).ToList(), given.Select(answers => answers.Attendee).OfType<Guid>().Distinct().ToList());
        var known = await db.Set<DoorAnswer>().Where(answer => nonces.Contains(answer.Nonce)).Select(answer => answer.Nonce).ToHashSetAsync(ct);
        var keys = given.Select(answers => answers.WalkIn).OfType<Guid>().Distinct().ToList();
        var people = await db.Set<Attendee>().Where(seat => ids.Contains(seat.Id) && (seat.EventId == row.ContentItemId || seat.EventId == row.ParentId))
            .Where(seat => db.Set<Registration>().Any(registration => registration.Id == seat.RegistrationId && registration.Name != string.Empty)).Select(seat => seat.Id).ToHashSetAsync(ct);
        var forgotten = await db.Set<Registration>().Where(registration => keys.Contains(registration.FormKey) && registration.Name == string.Empty).Select(registration => registration.FormKey).ToHashSetAsync(ct);
        var now = clock.UtcNow();
        return
        [
            .. from answers in given.DistinctBy(answers => answers.Nonce)
               where !known.Contains(answers.Nonce) && ((answers.WalkIn is { } key && !forgotten.Contains(key)) || (answers.Attendee is { } id && people.Contains(id)))
               from question in asked
               where answers.Values.ContainsKey(question.Key)
               let value = question.Clean(answers.Values[question.Key])
               where value is not null
               select new DoorAnswer
               {
                   Nonce = answers.Nonce, Question = question.Key, EventId = row.ContentItemId, Value = value, AtUtc = (answers.At.UtcDateTime < now ? answers.At.UtcDateTime : now).ToMillisecond(),
                   AttendeeId = answers.WalkIn is null ? answers.Attendee : null, WalkInKey = answers.WalkIn,
               },
        ];
    }
}
