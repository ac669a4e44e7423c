namespace EssConsult.Registration.Features.Register;

/// <summary>The workshops of a plenary to choose from, one of each slot.</summary>
/// <param name="Chosen">The workshop of each slot, by its number.</param>
internal sealed record WorkshopChoices(IReadOnlyList<IGrouping<string, EventRow>> Slots, IReadOnlyDictionary<string, SeatsLeft> Left, IReadOnlyDictionary<int, string?> Chosen);
