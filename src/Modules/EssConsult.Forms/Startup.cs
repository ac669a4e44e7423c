using EssConsult.Accounts.Contracts;
using EssConsult.Forms.Answers;
using EssConsult.Forms.Definitions;
using EssConsult.Forms.Drawing;
using EssConsult.Forms.Features.Admin;
using EssConsult.Forms.Features.Questionnaires;
using EssConsult.Forms.Questionnaires;
using EssConsult.Forms.Submissions;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Forms;

internal sealed class Startup : IModule
{
    public ModuleManifest Manifest => Forms.Manifest.Module;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IAtStart, FormTypes>().AddScoped<IContentHandler, RememberCircuit>().AddSingleton<IExportedItem, TokenInExports>();
        foreach (var part in ElementParts.All)
        {
            services.AddSingleton(part);
        }

        services.AddSingleton<IPartForm, FieldPartForm>().AddScoped<IPartForm, FormPartForm>();
        services.AddScoped<FormSheet>().AddScoped<IItemFrame, FormFrame>().AddScoped<IPartDrawing, ElementDrawing>();
        services.AddSingleton<FormStamps>().AddSingleton<FormRetention>().AddSingleton<SubmissionFiles>().AddSingleton<Clicks>().AddSingleton<FormLimits>().Configure<RateLimiterOptions>(FormLimits.Add);
        services.AddScoped<AnswerCheck>().AddScoped<SubmitForm>().AddScoped<ListForms>().AddScoped<ListSubmissions>().AddScoped<FormCodes>().AddScoped<Results>();
        services.AddScoped<IPersonalData, FormData>().AddScoped<IAddressData, FormAddressData>();
        services.AddHandler<DeleteFiles>().AddRecurringJob<FormPurge>(TimeSpan.FromHours(12));
    }

    public void MapTables(ModelBuilder model) => FormTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        SubmissionDownloads.Map(endpoints);
        CodesDownload.Map(endpoints);
    }
}
