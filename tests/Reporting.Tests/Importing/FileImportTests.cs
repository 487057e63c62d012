using Google.Rpc;
using Grpc.Core;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Announced = Regio.Reporting.Importing.Files.FileImport;

namespace Regio.Reporting.Tests.Importing;

/// <summary>Files that are announced, sent in over several calls, and read in without a caller.</summary>
public sealed class FileImportTests(ReportingHost host) : IClassFixture<ReportingHost>, IAsyncLifetime
{
    private ImportService.ImportServiceClient Client => new(host.Invoker(TestTokens.For(Roles.PolicyAdviser)));

    public async ValueTask InitializeAsync()
    {
        await host.PublishAsync(Drenthe.Municipalities[1]);
        await Eventually.Is("Assen is known", 1, () => host.Database.ScalarAsync<long>("select count(*) from municipality"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_file_in_pieces_is_stored_once_whatever_is_sent_twice()
    {
        var file = SentFiles.Of(40);
        var request = SentFiles.Announce(file);
        var id = (await Client.StartFileImportAsync(request)).FileImport.Id;
        Assert.Equal(id, (await Client.StartFileImportAsync(request)).FileImport.Id);

        var half = await Client.UploadAsync(id, file[..900], length: 100);
        Assert.Equal((FileImportState.Receiving, 900), (half.State, half.ReceivedBytes));
        Assert.Equal(FileImportState.Waiting, (await Client.UploadAsync(id, file, from: 500, length: 300)).State);
        var done = await Client.EndOfAsync(id);

        Assert.Equal((FileImportState.Done, 40, 1), (done.State, done.RowCount, done.AttemptCount));
        Assert.Equal((true, 40, 0), (done.Report.Stored, done.Report.AddedCount, done.Report.RefusedCount));
        Assert.Equal(0, await host.Database.ScalarAsync<long>("select count(*) from file_import_piece"));
        Assert.Equal(FileImportState.Done, (await Client.UploadAsync(id, file)).State);

        var again = (await Client.StartFileImportAsync(SentFiles.Announce(file))).FileImport.Id;
        await Client.UploadAsync(again, file);
        var unchanged = (await Client.EndOfAsync(again)).Report;
        Assert.Equal((0, 0, 40, done.Report.Load.Id), (unchanged.AddedCount, unchanged.CorrectedCount, unchanged.UnchangedCount, unchanged.Load.Id));
    }

    [Fact]
    public async Task A_refused_row_keeps_the_whole_file_out_and_is_named_and_the_others_are_stored_when_asked()
    {
        var file = SentFiles.Of("coordination-staff;GM0106;2018;;5;", "coordination-staff;GM0106;2019;;vijf;", "youth-in-care;GM9999;2019;;5;");
        var request = SentFiles.Announce(file, "deels.csv");
        var whole = await ReadInAsync(request, file);

        Assert.False(whole.Report.Stored);
        Assert.Equal(2, whole.RefusedCount);
        Assert.Equal([(3L, "Value", "NUMBER_INVALID"), (4L, "Area", "AREA_UNKNOWN")], whole.Report.Faults.Select(fault => (fault.Line, fault.Column, fault.Reason)));
        Assert.Equal(0, await host.Database.ScalarAsync<long>("select count(*) from observation where area_id = 'GM0106' and indicator = 'coordination-staff' and period = '2018'"));

        request.RequestId = Guid.CreateVersion7().ToString("D");
        request.Header.SkipRefusedRows = true;
        var rest = await ReadInAsync(request, file);
        Assert.Equal((true, 1, 2), (rest.Report.Stored, rest.Report.AddedCount, rest.Report.RefusedCount));
    }

    [Fact]
    public async Task What_is_not_the_announced_file_is_not_stored()
    {
        var announced = SentFiles.Announce(SentFiles.Of("coordination-staff;GM0106;2016;;5;"));

        var failed = await ReadInAsync(announced, SentFiles.Of("coordination-staff;GM0106;2016;;6;"));

        Assert.Equal((FileImportState.Failed, "CONTENT_DIFFERS"), (failed.State, failed.Reason));
        Assert.Equal(0, await host.Database.ScalarAsync<long>("select count(*) from observation where area_id = 'GM0106' and indicator = 'coordination-staff' and period = '2016'"));
    }

    [Fact]
    public async Task A_file_that_is_not_sent_on_is_given_up_after_a_week()
    {
        var file = SentFiles.Of(10);
        var id = (await Client.StartFileImportAsync(SentFiles.Announce(file, "half.csv"))).FileImport.Id;
        await Client.UploadAsync(id, file[..50]);

        await host.Database.ExecuteAsync($"update file_import set received_at = received_at - interval '8 days' where id = '{id}'");

        var failed = await Client.EndOfAsync(id);
        Assert.Equal((FileImportState.Failed, "UPLOAD_ABANDONED"), (failed.State, failed.Reason));
        var refused = await Assert.ThrowsAsync<RpcException>(() => Client.UploadAsync(id, file, from: 50));
        Assert.Equal("UPLOAD_ENDED", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal(0, await host.Database.ScalarAsync<long>($"select count(*) from file_import_piece where import_id = '{id}'"));
    }

    [Fact]
    public async Task A_load_that_always_ends_its_process_is_given_up()
    {
        var file = SentFiles.Of("coordination-staff;GM0106;2015;;5;");
        var id = (await Client.StartFileImportAsync(SentFiles.Announce(file, "fataal.csv"))).FileImport.Id;
        await host.Database.ExecuteAsync($"insert into file_import_progress (import_id, attempts, row_count, refused_count, storing) values ('{id}', {Announced.MostAttempts}, 0, 0, false)");

        await Client.UploadAsync(id, file);

        var failed = await Client.EndOfAsync(id);
        Assert.Equal((FileImportState.Failed, "LOAD_NEVER_ENDED"), (failed.State, failed.Reason));
    }

    [Fact]
    public void Bytes_follow_each_other_without_a_gap_and_end_where_was_said()
    {
        var import = new Announced
        {
            Id = Guid.CreateVersion7(), Header = "{}", Size = 100, ContentHash = "", ReceivedAt = DateTimeOffset.UnixEpoch, StartedAt = DateTimeOffset.UnixEpoch, StartedBy = "iemand",
        };
        import.Receive(40, DateTimeOffset.UnixEpoch);

        Assert.Equal((0, 15, 20), (import.Known(40, 60), import.Known(25, 30), import.Known(0, 20)));
        var gap = Assert.Throws<DomainException>(() => import.Known(41, 1));
        Assert.Equal(("UPLOAD_GAP", "40"), (gap.Rule.Code, gap.Metadata["received"]));
        Assert.Equal("UPLOAD_TOO_LONG", Assert.Throws<DomainException>(() => import.Known(40, 61)).Rule.Code);
    }

    private async Task<FileImport> ReadInAsync(StartFileImportRequest request, byte[] file)
    {
        var id = (await Client.StartFileImportAsync(request)).FileImport.Id;
        await Client.UploadAsync(id, file);
        return await Client.EndOfAsync(id);
    }
}
