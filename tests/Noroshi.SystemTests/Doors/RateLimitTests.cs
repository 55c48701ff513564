using System.Net;
using System.Text;

namespace Noroshi.SystemTests.Doors;

/// <summary>Guessing is slow. In a class of its own, because afterwards this address has used up its attempts.</summary>
public sealed class RateLimitTests(EveryRoute house) : IClassFixture<EveryRoute>
{
    [Fact]
    public async Task SignIn_WhenTriedOverAndOver_IsSlowedDown()
    {
        var refused = false;
        for (var attempt = 0; attempt < 60 && !refused; attempt++)
        {
            using var form = new StringContent("name=a&password=b", Encoding.UTF8, "application/x-www-form-urlencoded");
            using var answer = await house.Client.PostAsync("/sign-in", form, TestContext.Current.CancellationToken);
            refused = answer.StatusCode == HttpStatusCode.TooManyRequests;
            if (refused)
                answer.Headers.RetryAfter.ShouldNotBeNull();
        }
        refused.ShouldBeTrue();
    }
}
