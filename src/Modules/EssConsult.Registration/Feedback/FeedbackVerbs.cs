using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Feedback;

/// <param name="Counts">How many answered 1, 2, 3 and 4.</param>
internal sealed record FeedbackResult(string Question, IReadOnlyList<int> Counts);

/// <summary>Takes and counts what people thought of an event.</summary>
internal sealed class FeedbackVerbs(SiteDb db, TimeProvider clock)
{
    /// <summary>Fewer answers than this are not shown to anybody.</summary>
    public const int Fewest = 10;

    public static readonly IReadOnlyList<string> Questions = ["Cette rencontre m’a été utile.", "J’ai pu dire ce que j’avais à dire.", "L’accueil et l’organisation étaient bons.", "Je reviendrais à une rencontre comme celle-ci."];
    public static readonly IReadOnlyList<string> Scale = ["Pas du tout", "Plutôt non", "Plutôt oui", "Tout à fait"];

    /// <summary>From the end of the event, for this long.</summary>
    private static readonly TimeSpan Open = TimeSpan.FromDays(30);

    private const int MostTexts = 200;

    public bool IsOpen(EventRow row) => row is { IsCancelled: false } && clock.UtcNow() is var now && row.EndsUtc <= now && now < row.EndsUtc + Open;

    /// <summary>Two transactions on purpose: what was answered does not share one with who answered. The flag comes first, so that nobody answers twice.</summary>
    /// <exception cref="RuleException">Answered before, empty, or not the time.</exception>
    public async Task GiveAsync(EventRow row, Guid registrationId, EventFeedback feedback, CancellationToken ct)
    {
        if (!IsOpen(row))
        {
            throw new RuleException("feedback.closed", "Les avis se donnent dans les trente jours qui suivent le rendez-vous.");
        }

        if (feedback is { Useful: null, Heard: null, Welcome: null, Again: null, Words: null })
        {
            throw new RuleException("feedback.empty", "Répondez à une question au moins.");
        }

        if (await db.Set<FeedbackGiven>().AnyAsync(given => given.RegistrationId == registrationId, ct))
        {
            throw new RuleException("feedback.twice", FeedbackTables.Twice);
        }

        db.Add(new FeedbackGiven { RegistrationId = registrationId });
        await db.SaveChangesAsync(ct);
        db.Add(feedback);
        await db.SaveChangesAsync(ct);
    }

    /// <returns>Null when there are too few answers to show any.</returns>
    public async Task<(int Total, IReadOnlyList<FeedbackResult> Results, IReadOnlyList<string> Words)?> ReadAsync(string eventId, CancellationToken ct)
    {
        var answers = db.Set<EventFeedback>().AsNoTracking().Where(row => row.EventId == eventId);
        var total = await answers.CountAsync(ct);
        if (total < Fewest)
        {
            return null;
        }

        var marks = await answers.GroupBy(row => new { row.Useful, row.Heard, row.Welcome, row.Again }).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        FeedbackResult Of(int question, Func<int, int?> answer) => new(Questions[question], [.. Enumerable.Range(1, Scale.Count).Select(mark => marks.Index().Where(pair => answer(pair.Index) == mark).Sum(pair => pair.Item.Count))]);
        var words = await answers.Where(row => row.Words != null).OrderBy(row => row.Id).Select(row => row.Words!).Take(MostTexts).ToListAsync(ct);
        return (total, [Of(0, index => marks[index].Key.Useful), Of(1, index => marks[index].Key.Heard), Of(2, index => marks[index].Key.Welcome), Of(3, index => marks[index].Key.Again)], words);
    }
}
