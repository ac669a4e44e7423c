using EssConsult.Registration.Features.Register;

namespace EssConsult.Registration.Features.Events;

/// <summary>An event as lists show it.</summary>
/// <param name="Workshops">How many belong to it.</param>
internal sealed record EventCard(EventRow Row, SeatsLeft? Left, int Workshops, bool IsOver);
