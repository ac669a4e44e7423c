namespace EssConsult.Workflows.Contracts;

/// <summary>People as circuits name them.</summary>
public interface ICircuitPeople
{
    /// <summary>Ids of the people in <c>UserNames</c>: by id, alias, or by a name that the run knows. Whoever is unknown is passed by.</summary>
    Task<IReadOnlyList<string>> NamedAsync(IActivityCall call);

    /// <summary>Ids of those who hold one of the roles in <c>Roles</c>.</summary>
    Task<IReadOnlyList<string>> InRolesAsync(IActivityCall call, CancellationToken ct);

    /// <summary>How later boxes name a person whom this one found; it holds no address.</summary>
    string AliasOf(string personId);
}
