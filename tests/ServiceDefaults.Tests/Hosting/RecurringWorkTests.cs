using Microsoft.Extensions.Logging;
using Npgsql;
using Regio.ServiceDefaults.Hosting;
using Regio.ServiceDefaults.Persistence;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Hosting;

/// <summary>Work that a service does by itself.</summary>
public sealed class RecurringWorkTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_waits_for_the_tables_and_then_goes_on_until_nothing_is_left_ever()
    {
        var database = new DatabaseState();
        using var work = new Steps(database, () => WorkLeft.More, () => WorkLeft.NothingNow, () => WorkLeft.NothingEver);
        await work.StartAsync(Cancellation);
        Assert.Equal(0, work.Done);

        database.MarkMigrated();

        await work.ExecuteTask!.WaitAsync(Cancellation);
        Assert.Equal((3, 1), (work.Done, work.Rests));
        Assert.Empty(work.Logs.All);
    }

    [Fact]
    public async Task A_step_that_fails_is_told_and_tried_again_and_ends_nothing()
    {
        using var work = new Steps(
            Migrated(), () => throw new NpgsqlException("away", new TimeoutException()), () => throw new InvalidOperationException("wrong"), () => WorkLeft.NothingEver);

        await work.StartAsync(Cancellation);

        await work.ExecuteTask!.WaitAsync(Cancellation);
        Assert.Equal(3, work.Done);
        Assert.Equal(
            [(LogLevel.Warning, "Steps wait; tried again in 00:00:00.0010000"), (LogLevel.Error, "Steps wait; tried again in 00:00:00.0010000")],
            work.Logs.All.Select(line => (line.Level, line.Text)));
    }

    [Fact]
    public async Task It_ends_with_the_service_and_tells_no_fault()
    {
        using var work = new Steps(Migrated(), () => WorkLeft.NothingNow) { Rest = TimeSpan.FromDays(1) };
        await work.StartAsync(Cancellation);
        await Eventually.Is("it rests", 1, () => Task.FromResult(work.Rests));

        await work.StopAsync(Cancellation);

        Assert.True(work.ExecuteTask!.IsCompleted);
        Assert.Empty(work.Logs.All);
    }

    private static DatabaseState Migrated()
    {
        var database = new DatabaseState();
        database.MarkMigrated();
        return database;
    }

    private sealed class Steps : RecurringWork
    {
        private readonly Func<WorkLeft>[] _steps;

        public Steps(DatabaseState database, params Func<WorkLeft>[] steps)
            : this(database, new CapturedLogs(), steps)
        {
        }

        private Steps(DatabaseState database, CapturedLogs logs, Func<WorkLeft>[] steps)
            : base(database, TimeProvider.System, logs.CreateLogger("steps")) => (Logs, _steps) = (logs, steps);

        public CapturedLogs Logs { get; }

        public int Done { get; private set; }

        public int Rests { get; private set; }

        public TimeSpan Rest { get; init; } = TimeSpan.FromMilliseconds(1);

        protected override string WhatWaits => "Steps wait";

        protected override TimeSpan Period => Rest;

        protected override TimeSpan PauseAfterFault => TimeSpan.FromMilliseconds(1);

        protected override Task<WorkLeft> StepAsync(CancellationToken ct) => Task.FromResult(_steps[Done++]());

        protected override Task RestAsync(CancellationToken ct)
        {
            Rests++;
            return base.RestAsync(ct);
        }
    }
}
