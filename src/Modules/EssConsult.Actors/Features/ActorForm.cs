using System.ComponentModel.DataAnnotations;
using System.Globalization;
using EssConsult.Actors.Contracts;
using EssConsult.Actors.Identifiers;

namespace EssConsult.Actors.Features;

/// <summary>The fields of a structure as people type them: proposing, editing and the administration share them.</summary>
internal sealed class ActorForm : IValidatableObject
{
    [Required(ErrorMessage = "Donnez le nom de la structure.")]
    [StringLength(ActorFacts.MaxName, ErrorMessage = "Ce nom est trop long : 200 caractères au plus.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Choisissez la famille de la structure.")]
    public ActorFamily? Family { get; set; }

    public string? Sector { get; set; }

    [Siren]
    public string? Siren { get; set; }

    [Siret]
    public string? Siret { get; set; }

    [Rna]
    public string? Rna { get; set; }

    [StringLength(200, ErrorMessage = "Cette adresse est trop longue : 200 caractères au plus.")]
    public string? Street { get; set; }

    [RegularExpression("[0-9]{5}", ErrorMessage = "Un code postal a 5 chiffres.")]
    public string? Postcode { get; set; }

    [StringLength(100, ErrorMessage = "Ce nom de commune est trop long : 100 caractères au plus.")]
    public string? Commune { get; set; }

    public string? Latitude { get; set; }

    public string? Longitude { get; set; }

    [StringLength(300, ErrorMessage = "Cette adresse web est trop longue : 300 caractères au plus.")]
    public string? Website { get; set; }

    [EmailAddress(ErrorMessage = "Cette adresse e-mail n’est pas complète.")]
    [StringLength(200, ErrorMessage = "Cette adresse e-mail est trop longue : 200 caractères au plus.")]
    public string? Email { get; set; }

    [StringLength(60, ErrorMessage = "Ce numéro est trop long : 60 caractères au plus.")]
    public string? Phone { get; set; }

    [StringLength(ActorFacts.MaxDescription, ErrorMessage = "Cette description est trop longue : 10 000 caractères au plus.")]
    public string? Description { get; set; }

    /// <summary>The state of the sheet that was edited; null for a new one.</summary>
    public string? Stamp { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Website is { Length: > 0 } && WebAddress.Read(Website) is null)
        {
            yield return new ValidationResult("Cette adresse web n’est pas complète.", [nameof(Website)]);
        }

        if ((Clean(Latitude), Clean(Longitude)) is not (null, null) && Position is null)
        {
            yield return new ValidationResult("Donnez une latitude et une longitude en degrés, comme 47,2184 et -1,5536.", [nameof(Latitude)]);
        }

        if (Identifiers.Siret.Read(Siret) is { } siret && Identifiers.Siren.Read(Siren) is { } siren && !siret.StartsWith(siren, StringComparison.Ordinal))
        {
            yield return new ValidationResult("Le SIRET commence par les 9 chiffres du SIREN : ces deux numéros ne vont pas ensemble.", [nameof(Siret)]);
        }
    }

    public static ActorForm Of(Actor actor) => Of(actor.Facts(), actor.Stamp);

    private static ActorForm Of(ActorFacts facts, string stamp) => new()
    {
        Stamp = stamp,
        Name = facts.Name, Family = facts.Family, Sector = facts.SectorId, Siren = facts.Siren, Siret = facts.Siret, Rna = facts.Rna,
        Street = facts.Street, Postcode = facts.Postcode, Commune = facts.Commune,
        Latitude = facts.Position?.Latitude.ToString(CultureInfo.CurrentCulture), Longitude = facts.Position?.Longitude.ToString(CultureInfo.CurrentCulture),
        Website = facts.Website, Email = facts.Email, Phone = facts.Phone, Description = facts.Description,
    };

    /// <summary>A position that a person typed or left as it stood is confirmed, unless it was read the other way round.</summary>
    public ActorFacts ToFacts() => new()
    {
        Name = Clean(Name)!, Family = Family, SectorId = Clean(Sector),
        Siren = Identifiers.Siret.Read(Siret)?[..9] ?? Identifiers.Siren.Read(Siren), Siret = Identifiers.Siret.Read(Siret), Rna = Identifiers.Rna.Read(Rna),
        Street = Clean(Street), Postcode = Clean(Postcode), Commune = Clean(Commune), Position = Position,
        Website = WebAddress.Read(Website), Email = Clean(Email), Phone = Clean(Phone), Description = Clean(Description?.ReplaceLineEndings("\n")),
    };

    private ActorPosition? Position => Degrees(Latitude) is { } latitude && Degrees(Longitude) is { } longitude && ActorPosition.Read(latitude, longitude) is { } read
        ? read with { Doubt = read.Doubt == PositionDoubt.Swapped ? read.Doubt : null }
        : null;

    private static double? Degrees(string? text) =>
        double.TryParse(text?.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
