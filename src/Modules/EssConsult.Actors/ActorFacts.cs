using EssConsult.Actors.Contracts;

namespace EssConsult.Actors;

/// <summary>What the directory says of a structure: one set for forms, imports and the demonstration. Compared by value.</summary>
internal sealed record ActorFacts
{
    public const int MaxName = 200;
    public const int MaxDescription = 10_000;

    public required string Name { get; init; }

    public ActorFamily? Family { get; init; }

    public string? SectorId { get; init; }

    public string? Siren { get; init; }

    public string? Siret { get; init; }

    public string? Rna { get; init; }

    public string? Street { get; init; }

    public string? Postcode { get; init; }

    public string? Commune { get; init; }

    public ActorPosition? Position { get; init; }

    public string? Website { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    /// <summary>Markdown.</summary>
    public string? Description { get; init; }

    /// <summary>These facts where they say something, the others where they are silent: an empty cell changes nothing.</summary>
    public ActorFacts Over(ActorFacts known) => new()
    {
        Name = Name.Length > 0 ? Name : known.Name,
        Family = Family ?? known.Family,
        SectorId = SectorId ?? known.SectorId,
        Siren = Siren ?? (Siret is null ? known.Siren : null),
        Siret = Siret ?? known.Siret,
        Rna = Rna ?? known.Rna,
        Street = Street ?? known.Street,
        Postcode = Postcode ?? known.Postcode,
        Commune = Commune ?? known.Commune,
        Position = Position is null || Position.IsSamePlace(known.Position) ? known.Position : Position,
        Website = Website ?? known.Website,
        Email = Email ?? known.Email,
        Phone = Phone ?? known.Phone,
        Description = Description ?? known.Description,
    };
}
