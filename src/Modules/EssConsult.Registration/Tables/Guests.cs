using EssConsult.Registration.Features.Register;
using EssConsult.Seating.Tables;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tables;

/// <summary>Reads those who sit at the tables, with the traits that were chosen. Three queries, however many they are.</summary>
internal sealed class Guests(SiteDb db)
{
    public async Task<IReadOnlyList<Participant>> ReadAsync(EventRow row, IReadOnlyCollection<Guid> attendeeIds, IReadOnlyList<TraitChoice> traits, CancellationToken ct)
    {
        var people = await db.Set<Attendee>().AsNoTracking().Where(attendee => attendeeIds.Contains(attendee.Id))
            .Join(db.Set<Registration>(), attendee => attendee.RegistrationId, found => found.Id, (attendee, found) => new { attendee, found }).ToListAsync(ct);
        var bySeniority = traits.Any(trait => trait.Key == TraitChoices.FirstTimer) ? await KnownAsync(row, ct) : null;
        var byStructure = traits.Any(trait => trait.Key == TraitChoices.Structure);
        return
        [
            .. people.Select(pair => new Participant(
                pair.attendee.Id.ToString("N"),
                byStructure ? Organisation(pair.attendee.Organisation ?? pair.found.Organisation, pair.found.ActorId) : null,
                Traits(pair.attendee, pair.found, traits, bySeniority))).OrderBy(person => person.Id, StringComparer.Ordinal),
        ];
    }

    private static string? Organisation(string? name, Guid? actorId) => TextKey.Of(name) is { Length: > 0 } key ? key : actorId?.ToString("N");

    private static Dictionary<string, string> Traits(Attendee attendee, Registration registration, IReadOnlyList<TraitChoice> traits, HashSet<string>? known)
    {
        var found = new Dictionary<string, string>();
        if (attendee.Position > 0)
        {
            return found; // the answers are those of whoever registered
        }

        if (known is not null && (registration.PersonId ?? registration.EmailKey) is { } who)
        {
            found[TraitChoices.FirstTimer] = known.Contains(who) ? "no" : "yes";
        }

        var answers = RegistrationQuestions.Parse(registration.Answers);
        foreach (var trait in traits)
        {
            if (answers is not null && trait.Field is { } field && TraitChoices.ValueOf(answers, field) is { } value)
            {
                found[trait.Key] = value;
            }
        }

        return found;
    }

    /// <summary>Accounts and addresses that were confirmed for an earlier event.</summary>
    private async Task<HashSet<string>> KnownAsync(EventRow row, CancellationToken ct)
    {
        var here = db.Set<Registration>().Where(found => found.EventId == row.ContentItemId);
        var earlier = db.Set<Registration>().Where(found => found.SeatedUtc != null && found.WithinId == null && (found.PersonId != null || found.EmailKey != null)
            && db.Set<EventRow>().Any(other => other.ContentItemId == found.EventId && other.StartsUtc < row.StartsUtc));
        var known = await earlier.Where(found => here.Any(own => (own.PersonId != null && own.PersonId == found.PersonId) || (own.EmailKey != null && own.EmailKey == found.EmailKey)))
            .Select(found => found.PersonId ?? found.EmailKey!).Distinct().ToListAsync(ct);
        return [.. known];
    }
}
