namespace EssConsult.Registration;

/// <summary>When an event takes registrations.</summary>
internal static class RegistrationRules
{
    /// <returns>Why nobody can register now; null when one can.</returns>
    /// <param name="row">Null for an event that is not there.</param>
    /// <param name="now">The instant.</param>
    /// <param name="byTeam">Organisers register people outside the dates, until the end.</param>
    public static RuleException? Closure(EventRow? row, DateTime now, bool byTeam = false)
    {
        if (row is not { Published: true, TakesRegistrations: true })
        {
            return new RuleException("registration.closed", "On ne s’inscrit pas à ce rendez-vous.");
        }

        if (row.IsCancelled)
        {
            return new RuleException("registration.cancelled", "Ce rendez-vous est annulé.");
        }

        if (row.EndsUtc <= now)
        {
            return new RuleException("registration.over", "Ce rendez-vous est passé.");
        }

        if (!byTeam && row.OpensUtc > now)
        {
            return new RuleException("registration.early", "Les inscriptions ouvrent le {0}.", row.OpensUtc.Value.Moment());
        }

        return !byTeam && row.ClosingUtc <= now ? new RuleException("registration.late", "Les inscriptions sont closes depuis le {0}.", row.ClosingUtc.Moment()) : null;
    }

    /// <summary>From a day before the start a seat that falls free is given at once: nobody has the time to be asked.</summary>
    public static readonly TimeSpan ShortNotice = TimeSpan.FromHours(24);
}
