namespace EssConsult.Notifications.Contracts;

/// <summary>People to whom the team may write: a module adds those it knows (who takes part in a démarche, who holds a role).</summary>
public interface IAudience
{
    /// <summary>As it is stored; it stays. No colon.</summary>
    string Name { get; }

    /// <summary>French, a key of the translations: the heading over its choices.</summary>
    string Label { get; }

    int Order => 50;

    /// <summary>Which audiences of this kind there are, 200 at most.</summary>
    Task<IReadOnlyList<AudienceChoice>> ChoicesAsync(CancellationToken ct);

    /// <summary>Ids of people, in the database's order of ids, each once.</summary>
    /// <param name="choice">Id of a choice.</param>
    /// <param name="after">Those behind this id; empty for the first.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="ct">Ends the query.</param>
    Task<IReadOnlyList<string>> PeopleAsync(string choice, string after, int count, CancellationToken ct);
}

/// <param name="Why">French sentence that ends the message: why one gets it.</param>
public sealed record AudienceChoice(string Id, string Title, string Why);
