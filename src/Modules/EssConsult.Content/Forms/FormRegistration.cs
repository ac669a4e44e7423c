using EssConsult.Content.Fields;
using EssConsult.Content.Fields.Boolean;
using EssConsult.Content.Fields.Dates;
using EssConsult.Content.Fields.GeoPoint;
using EssConsult.Content.Fields.Links;
using EssConsult.Content.Fields.Markup;
using EssConsult.Content.Fields.Media;
using EssConsult.Content.Fields.Numeric;
using EssConsult.Content.Fields.Picker;
using EssConsult.Content.Fields.Taxonomy;
using EssConsult.Content.Fields.Text;
using EssConsult.Content.Parts;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Forms;

/// <summary>Every kind of field and part that a form can ask for, in the order in which the editor of types offers them.</summary>
internal static class FormRegistration
{
    public static IServiceCollection AddForms(this IServiceCollection services)
    {
        services.AddScoped<IContentForm, ContentForm>().AddScoped<FieldTypes>().AddScoped<PartTypes>().AddScoped<PickerChoices>().AddScoped<CompleteItem>();

        services.AddScoped<IFieldType, TextFieldType>().AddScoped<IFieldType, MarkdownFieldType>().AddScoped<IFieldType, HtmlFieldType>();
        services.AddScoped<IFieldType, NumericFieldType>().AddScoped<IFieldType, BooleanFieldType>();
        services.AddScoped<IFieldType, DateFieldType>().AddScoped<IFieldType, DateTimeFieldType>();
        services.AddScoped<IFieldType, TaxonomyFieldType>().AddScoped<IFieldType, ContentPickerFieldType>();
        services.AddScoped<IFieldType, MediaFieldType>();
        services.AddScoped<IFieldType, LinkFieldType>().AddScoped<IFieldType, GeoPointFieldType>();

        services.AddScoped<IPartType, TitlePartType>().AddScoped<IPartType, MarkdownBodyPartType>().AddScoped<IPartType, HtmlBodyPartType>();
        return services.AddScoped<IPartType, AutoroutePartType>().AddScoped<IPartType, AliasPartType>()
            .AddScoped<IPartType, LinkMenuItemPartType>().AddScoped<IPartType, ContentMenuItemPartType>().AddScoped<IPartType, TaxonomyPartType>()
            .AddScoped<IPartType, BagPartType>().AddScoped<IPartType, FlowPartType>().AddScoped<IPartType, ListPartType>().AddScoped<IPartType, MenuItemsListPartType>();
    }
}
