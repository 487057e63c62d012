using FsCheck;
using FsCheck.Fluent;
using Grpc.Core;
using Regio.Probe.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Tests.Probe;

namespace Regio.ServiceDefaults.Tests.Grpc;

public sealed class PagingTests
{
    [Theory]
    [InlineData(0, 50)]
    [InlineData(1, 1)]
    [InlineData(500, 500)]
    [InlineData(501, 500)]
    [InlineData(int.MaxValue, 500)]
    public void A_page_holds_what_was_asked_within_bounds(int asked, int given) => Assert.Equal(given, PageSize.From(asked));

    [Fact]
    public async Task A_page_size_below_zero_is_refused_by_its_field()
    {
        await using var host = await ProbeHost.StartAsync();
        host.Script.Run = (request, _) => Task.FromResult(new AskResponse { Subject = $"{PageSize.From(request.PageSize)}" });

        var refusal = await Refusal.Of(host.CreateClient().AskAsync(new AskRequest { PageSize = -1 }));

        Assert.Equal((StatusCode.InvalidArgument, "PAGE_SIZE_NEGATIVE"), (refusal.Code, refusal.Reason));
        Assert.Equal(["page_size"], refusal.Fields);
    }

    [Fact]
    public void Any_key_comes_back_as_it_went_in() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>((first, second) =>
        {
            if (HasLoneSurrogate(first.Get + second.Get) || first.Get.Length + second.Get.Length > 200)
                return true;
            var request = new AskRequest { Subject = "all" };
            var token = PageToken.After(request, first.Get, second.Get);
            return PageToken.Read(request, token, 2)!.SequenceEqual([first.Get, second.Get]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_token_holds_for_other_page_sizes_of_the_same_query()
    {
        var token = PageToken.After(new AskRequest { Subject = "all", PageSize = 10 }, "7");

        Assert.Equal(["7"], PageToken.Read(new AskRequest { Subject = "all", PageSize = 20, PageToken = token }, token, 1)!);
    }

    [Fact]
    public void Without_a_token_a_list_starts_at_the_beginning() => Assert.Null(PageToken.Read(new AskRequest(), "", 1));

    [Fact]
    public void A_token_of_another_query_is_refused()
    {
        var token = PageToken.After(new AskRequest { Subject = "all" }, "7");

        AssertInvalid(new AskRequest { Subject = "some" }, token);
        AssertInvalid(new AskPart(), token);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("====")]
    [InlineData("not a token")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_damaged_token_is_refused(string token) => AssertInvalid(new AskRequest(), token);

    [Fact]
    public void A_token_with_another_number_of_values_or_of_absurd_length_is_refused()
    {
        var request = new AskRequest();
        AssertInvalid(request, PageToken.After(request, "1", "2"));
        AssertInvalid(request, PageToken.After(request, new string('1', 4_000)));
    }

    private static void AssertInvalid(Google.Protobuf.IMessage request, string token)
    {
        var exception = Assert.Throws<DomainException>(() => PageToken.Read(request, token, 1));
        Assert.Equal(("PAGE_TOKEN_INVALID", "page_token"), (exception.Rule.Code, exception.Field));
    }

    private static bool HasLoneSurrogate(string text) => text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD);
}
