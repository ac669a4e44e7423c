using System.ComponentModel.DataAnnotations;

namespace EssConsult.Actors.Identifiers;

/// <summary>Nine digits whose last one fits.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SirenAttribute() : ValidationAttribute("Ce numéro SIREN n’existe pas : vérifiez ses 9 chiffres.")
{
    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || Siren.Read(text) is not null;
}

/// <summary>Fourteen digits whose last one fits.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SiretAttribute() : ValidationAttribute("Ce numéro SIRET n’existe pas : vérifiez ses 14 chiffres.")
{
    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || Siret.Read(text) is not null;
}

/// <summary>W and nine signs.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RnaAttribute() : ValidationAttribute("Ce numéro RNA n’est pas complet : W suivi de 9 chiffres.")
{
    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || Rna.Read(text) is not null;
}
