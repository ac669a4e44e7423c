using System.Globalization;
using EssConsult.Actors.Contracts;

namespace EssConsult.Actors;

internal enum ActorState
{
    Proposed,
    Published,
    Archived,
}

/// <summary>A structure of the directory.</summary>
internal sealed class Actor
{
    public const string ChangedElsewhere = "actor.changed-elsewhere";
    public const string ChangedElsewhereSentence = "Quelqu’un a modifié cette fiche entre-temps. Copiez vos changements, puis rechargez la page.";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Last part of its address; it stays when the name changes.</summary>
    public required string Slug { get; init; }

    /// <summary>What another register calls it: <c>osm:node/123</c>, or an id of the file that it came from.</summary>
    public string? ExternalKey { get; set; }

    public string Name { get; private set; } = string.Empty;

    /// <summary>The name without accents and capitals: sorting, searching and matching read it.</summary>
    public string NameKey { get; private set; } = string.Empty;

    /// <summary>Null until somebody has said it: an import reads it where it is stated, and does not guess.</summary>
    public ActorFamily? Family { get; private set; }

    public string? SectorId { get; private set; }

    public string? Siren { get; private set; }

    public string? Siret { get; private set; }

    public string? Rna { get; private set; }

    public string? Street { get; private set; }

    public string? Postcode { get; private set; }

    public string? Commune { get; private set; }

    public double? Latitude { get; private set; }

    public double? Longitude { get; private set; }

    /// <summary>Why somebody should look at the position; null when it is plausible or was confirmed.</summary>
    public PositionDoubt? PositionDoubt { get; private set; }

    public string? Website { get; private set; }

    public string? Email { get; private set; }

    public string? Phone { get; private set; }

    public string? Description { get; private set; }

    /// <summary>Path of a stored picture.</summary>
    public string? Logo { get; private set; }

    public ActorState State { get; private set; }

    public bool IsDemo { get; init; }

    public string? ProposedById { get; set; }

    public DateTime CreatedUtc { get; init; }

    public DateTime ChangedUtc { get; private set; }

    public DateTime? PublishedUtc { get; private set; }

    public DateTime? ArchivedUtc { get; private set; }

    public string Path => "/structures/" + Slug;

    /// <summary>Tells one state of the sheet from the next.</summary>
    public string Stamp => ChangedUtc.Ticks.ToString(CultureInfo.InvariantCulture);

    public ActorFacts Facts() => new()
    {
        Name = Name, Family = Family, SectorId = SectorId, Siren = Siren, Siret = Siret, Rna = Rna, Street = Street, Postcode = Postcode, Commune = Commune,
        Position = Latitude is { } latitude && Longitude is { } longitude ? new ActorPosition(latitude, longitude, PositionDoubt) : null,
        Website = Website, Email = Email, Phone = Phone, Description = Description,
    };

    /// <returns>False when nothing differs.</returns>
    public bool Take(ActorFacts facts, DateTime now)
    {
        if (facts == Facts())
        {
            return false;
        }

        (Name, NameKey, Family, SectorId) = (facts.Name, TextKey.Of(facts.Name), facts.Family, facts.SectorId);
        (Siren, Siret, Rna) = (facts.Siren, facts.Siret, facts.Rna);
        (Street, Postcode, Commune) = (facts.Street, facts.Postcode, facts.Commune);
        (Latitude, Longitude, PositionDoubt) = (facts.Position?.Latitude, facts.Position?.Longitude, facts.Position?.Doubt);
        (Website, Email, Phone, Description) = (facts.Website, facts.Email, facts.Phone, facts.Description);
        ChangedUtc = now;
        return true;
    }

    public void TakeLogo(string? path, DateTime now) => (Logo, ChangedUtc) = (path, now);

    /// <returns>False when it was published already.</returns>
    public bool Publish(DateTime now)
    {
        if (State == ActorState.Published)
        {
            return false;
        }

        (State, PublishedUtc, ArchivedUtc, ChangedUtc) = (ActorState.Published, PublishedUtc ?? now, null, now);
        return true;
    }

    /// <returns>False when it was archived already.</returns>
    public bool Archive(DateTime now)
    {
        if (State == ActorState.Archived)
        {
            return false;
        }

        (State, ArchivedUtc, ChangedUtc) = (ActorState.Archived, now, now);
        return true;
    }
}
