namespace EssConsult.Registration.Events;

internal static class EventReader
{
    private const int MostGuests = Registration.MostSeats - 1;

    /// <summary>Takes over what the published item says.</summary>
    public static void Describe(EventRow row, ContentItem item, EventPart part, RegistrationPart registration)
    {
        row.Title = item.DisplayText ?? string.Empty;
        row.Path = item.Part<AutoroutePart>()?.Path ?? string.Empty;
        row.Kind = Parse(part.Kind, EventKind.Other);
        row.Mode = Parse(part.Mode, EventMode.InPerson);
        (row.StartsUtc, row.EndsUtc) = (part.Starts!.Value.AsUtc(), part.Ends!.Value.AsUtc());
        (row.Place, row.Address) = (Words(part.Place), Words(part.Address));
        (row.ParentId, row.Slot) = (Words(part.Parent), Words(part.Slot));
        (row.Published, row.IsDemo, row.IsCancelled) = (true, part.Demo, part.Cancelled);
        row.TakesRegistrations = registration.Enabled;
        (row.OpensUtc, row.ClosesUtc) = (registration.Opens?.AsUtc(), registration.Closes?.AsUtc());
        row.Access = Parse(registration.Access, EventAccess.Everybody);
        row.NeedsApproval = registration.Approval;
        row.HasWaitingList = registration.WaitingList ?? true;
        row.ReleasesSilentSeats = registration.ReleasesSilentSeats;
        row.MostGuests = Math.Clamp(registration.Guests ?? 0, 0, MostGuests);
        row.AsksNeeds = registration.AsksNeeds;
        (row.TakesWishes, row.WishesCloseUtc) = (registration.Wishes, registration.WishesClose?.AsUtc());
        (row.QuestionsType, row.DoorQuestionsType) = (Words(registration.Questions), Words(registration.DoorQuestions));
    }

    private static T Parse<T>(string? text, T otherwise)
        where T : struct, Enum => Enum.TryParse<T>(text, out var known) ? known : otherwise;

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
