using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace EssConsult.Registration.Features.Register;

/// <summary>What the form of an event asks for.</summary>
internal sealed class RegisterForm
{
    internal const int LongestName = 100;
    private const int LongestNote = 200;

    public Guid FormKey { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Organisation { get; set; }

    /// <summary>The structure whose group it is.</summary>
    public Guid? ActorId { get; set; }

    /// <summary>Of the group.</summary>
    public int Seats { get; set; } = 1;

    /// <summary>One name each; empty ones do not come.</summary>
    public List<string?> Guests { get; set; } = [];

    /// <summary>Positions of those who come no more.</summary>
    public List<int> Leaving { get; set; } = [];

    public List<string> Needs { get; set; } = [];

    /// <summary>Precisions by kind of need.</summary>
    public Dictionary<string, string?> Notes { get; set; } = [];

    /// <summary>The chosen workshop of each slot, by its number; empty for none.</summary>
    public Dictionary<int, string?> Workshops { get; set; } = [];

    internal IReadOnlyList<string> GuestNames => [.. Guests.Select(TypedText.Clean).Where(name => name.Length > 0)];

    internal IReadOnlyList<string> ChosenWorkshops => [.. Workshops.Values.Where(id => !string.IsNullOrEmpty(id)).OfType<string>().Distinct()];

    internal void Check(ModelStateDictionary errors, IStringLocalizer words, EventRow row, IReadOnlyList<IGrouping<string, EventRow>> slots, bool isSignedIn)
    {
        CheckName(errors, words);
        if (!isSignedIn && EmailAddress.Clean(Email) is null)
        {
            errors.AddModelError("Form.Email", words["Écrivez une adresse e-mail, par exemple prenom.nom@exemple.fr."]);
        }

        if (Organisation!.Length > LongestName || GuestNames.Any(name => name.Length > LongestName))
        {
            errors.AddModelError("Form.Guests", words["Un nom a cent caractères au plus."]);
        }

        if (ActorId is null && GuestNames.Count > row.MostGuests)
        {
            errors.AddModelError("Form.Guests", words["Vous venez avec plus de personnes que ce rendez-vous ne le permet."]);
        }

        CheckWorkshops(errors, words, slots);
    }

    internal void CheckWorkshops(ModelStateDictionary errors, IStringLocalizer words, IReadOnlyList<IGrouping<string, EventRow>> slots)
    {
        if (Workshops.Any(choice => choice.Value is { Length: > 0 } id && (choice.Key < 0 || choice.Key >= slots.Count || slots[choice.Key].All(workshop => workshop.ContentItemId != id))))
        {
            errors.AddModelError("Form.Workshops", words["Un des ateliers choisis n’est plus proposé. Choisissez-en un autre."]);
        }
    }

    internal void CheckName(ModelStateDictionary errors, IStringLocalizer words)
    {
        Name = TypedText.Clean(Name);
        Organisation = TypedText.Clean(Organisation);
        if (Name.Length is 0 or > LongestName)
        {
            errors.AddModelError("Form.Name", words["Écrivez votre nom, en cent caractères au plus."]);
        }
    }

    internal RegisterForEvent Ask(EventRow row, string? personId, string? answers, string language) => new()
    {
        EventId = row.ContentItemId, FormKey = FormKey == Guid.Empty ? Guid.CreateVersion7() : FormKey, Name = Name!, Organisation = string.IsNullOrEmpty(Organisation) ? null : Organisation,
        Email = personId is null ? EmailAddress.Clean(Email) : null, PersonId = personId, IsProved = personId is not null, ActorId = ActorId,
        Source = ActorId is null ? RegistrationSource.Self : RegistrationSource.Structure, Seats = ActorId is null ? GuestNames.Count + 1 : Seats, Guests = GuestNames,
        Needs = row.AsksNeeds ? ReadNeeds() : [], Answers = answers, Workshops = ChosenWorkshops, Language = language,
    };

    internal List<(NeedKind Kind, string? Note)> ReadNeeds() =>
        [.. Enum.GetValues<NeedKind>().Where(kind => Needs.Contains(kind.ToString())).Select(kind => (kind, Short(Notes.GetValueOrDefault(kind.ToString()))))];

    private static string? Short(string? note) => TypedText.Clean(note) is { Length: > 0 } words ? words[..Math.Min(words.Length, LongestNote)] : null;
}
