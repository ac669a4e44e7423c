using EssConsult.Accounts.Contracts;
using EssConsult.Actors.Contracts;

namespace EssConsult.Discussion.Threads;

/// <summary>Who speaks: a person, or a person in the name of a structure.</summary>
/// <param name="Person">Null once the name was withdrawn.</param>
internal sealed record Voice(PersonName? Person, ActorName? Actor);
