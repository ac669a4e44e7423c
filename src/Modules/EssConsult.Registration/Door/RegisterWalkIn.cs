namespace EssConsult.Registration.Door;

/// <summary>
/// Registers somebody who stood at the door: no seat is taken and no date asks. An address that is registered already is left out, for
/// that seat has its own link and this person came all the same.
/// </summary>
internal sealed class RegisterWalkIn(SiteDb db, Registering registering)
{
    private const int LongestName = 100;

    /// <returns>The registration; the earlier one for a key that was sent before.</returns>
    public async Task<Registration> HandleAsync(EventRow row, WalkIn walkIn, CancellationToken ct)
    {
        var (name, organisation) = (TypedText.Line(walkIn.Name, LongestName), TypedText.Line(walkIn.Organisation, LongestName));
        var asked = new RegisterForEvent
        {
            EventId = row.ContentItemId, FormKey = walkIn.Key, Name = name.Length == 0 ? "?" : name, Organisation = organisation.Length == 0 ? null : organisation,
            Email = EmailAddress.Clean(walkIn.Email), Source = RegistrationSource.Door, IsProved = true,
        };
        try
        {
            return await registering.RegisterAsync(asked, ct);
        }
        catch (RuleException twice) when (twice.Code == "registration.twice")
        {
            db.ChangeTracker.Clear();
            return await registering.RegisterAsync(asked with { Email = null }, ct);
        }
    }
}
