using EssConsult.Mail.Contracts;
using EssConsult.Mail.Delivery;
using EssConsult.Mail.Features;
using EssConsult.Mail.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Mail;

internal sealed class Startup : IModule
{
    public ModuleManifest Manifest => Mail.Manifest.Module;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ISiteAddress, SiteAddress>();
        services.AddSingleton<MailRenderer>();
        services.AddScoped<IMailQueue, MailQueue>().AddScoped<IMailArchive, MailArchive>().AddScoped<IMailBatches, MailBatches>();

        services.AddSingleton<MailSettings>().AddSingleton<IMailSender>(provider => provider.GetRequiredService<MailSettings>());
        _ = configuration["Mail:Smtp:Host"] is { Length: > 0 }
            ? services.AddSingleton<IMailTransport, SmtpTransport>()
            : services.AddSingleton<IMailTransport, PickupFolder>();
        services.AddFollower<MailSignal>();
        services.AddHostedService<MailSender>();
        services.AddRecurringJob<MailDigest>(TimeSpan.FromMinutes(15));
        services.AddRecurringJob<MailPurge>(TimeSpan.FromHours(1));

        services.AddScoped<RetryMailHandler>();
        services.AddWaiting<FailedMail>();
    }

    public void MapTables(ModelBuilder model) => MailTables.Map(model);
}
