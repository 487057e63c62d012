using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Regio.ServiceDefaults.Hosting;
using Regio.ServiceDefaults.Tests.Probe;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Hosting;

public sealed class MigrateTests
{
    [Fact]
    public async Task With_migrate_the_service_migrates_and_ends_without_listening()
    {
        var migration = new Migration();
        using var logs = new CapturedLogs();
        await using var app = ProbeHost.Build(null, builder => builder.Services.AddSingleton<IDatabaseMigration>(migration), null, "Development", new CapturedSpans(), logs);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;

        var code = await app.RunServiceAsync(["--migrate"]);

        Assert.Equal((0, 1), (code, migration.Runs));
        Assert.Empty(addresses);
    }

    [Fact]
    public async Task A_failed_migration_ends_the_process_with_an_error()
    {
        using var logs = new CapturedLogs();
        await using var app = ProbeHost.Build(
            null, builder => builder.Services.AddSingleton<IDatabaseMigration>(new Migration { Fails = true }), null, "Development", new CapturedSpans(), logs);

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.RunServiceAsync(["--migrate"]));
    }

    private sealed class Migration : IDatabaseMigration
    {
        public bool Fails { get; init; }

        public int Runs { get; private set; }

        public Task MigrateAsync(CancellationToken cancellationToken)
        {
            Runs++;
            return Fails ? throw new InvalidOperationException("no") : Task.CompletedTask;
        }
    }
}
