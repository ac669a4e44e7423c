using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EssConsult.Architecture.Tests;

public sealed class ExportTests
{
    private static readonly string[] JunkDrawers = ["Manager", "Helper", "Helpers", "Util", "Utils", "Base", "Info", "Dto", "ViewModel", "Common"];

    [Fact]
    public void A_module_exports_records_enums_interfaces_page_models_and_registrations()
    {
        var others = Assemblies.Modules.SelectMany(module => module.GetExportedTypes().Where(type => !MayBeExported(type))).Select(type => type.FullName);

        others.ShouldBeEmpty("Make the type internal, or a record if others need it.");
    }

    [Fact]
    public void Public_and_internal_classes_are_sealed_unless_something_derives_from_them()
    {
        var types = Assemblies.Site.SelectMany(assembly => assembly.GetTypes()).Where(type => type.Namespace?.StartsWith("EssConsult", StringComparison.Ordinal) == true).ToList();
        var bases = types.Select(type => type.BaseType is { IsGenericType: true } generic ? generic.GetGenericTypeDefinition() : type.BaseType).ToHashSet();

        var open = types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !bases.Contains(type) && !IsGenerated(type));

        open.Select(type => type.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void No_type_is_named_after_a_junk_drawer()
    {
        var types = Assemblies.Site.SelectMany(assembly => assembly.GetTypes()).Where(type => !IsGenerated(type));

        types.Where(type => JunkDrawers.Any(word => Bare(type).EndsWith(word, StringComparison.Ordinal))).Select(type => type.FullName).ShouldBeEmpty();
    }

    private static string Bare(Type type) => type.Name.Split('`')[0];

    private static bool MayBeExported(Type type) =>
        type.IsEnum || type.IsInterface || IsRecord(type) || type.IsSubclassOf(typeof(PageModel)) || type.IsSubclassOf(typeof(TagHelper))
        || (type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Registration", StringComparison.Ordinal))
        || (type.IsNested && MayBeExported(type.DeclaringType!) && (IsRecord(type) || type.IsEnum))
        || IsGenerated(type);

    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null);

    private static bool IsGenerated(Type type) =>
        type.Name.Contains('<', StringComparison.Ordinal) || type.Namespace?.StartsWith("EssConsult", StringComparison.Ordinal) != true
        || type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is not null || (type.DeclaringType is { } outer && IsGenerated(outer));
}
